import { fetchFromScripts } from './fetch.ts';

fetchFromScripts();
