// The one script of every page of the offline edition: all that the site has in many modules, because
// a browser loads no module from a disk. In this order: pages ask when they start.
import './install.ts';
import '../start.ts';
