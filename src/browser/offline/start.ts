// The one script of every page of the offline edition: all that the site has in many modules, because
// a browser loads no module from a disk.
import { fetchFromScripts } from './fetch.ts';

fetchFromScripts();
void import('../start.ts');
