/** From the bytes of a saved page, a text or a web archive to what they state. */
export { openCapture } from './capture/open-capture.ts';
export { type KnownOfCapture, type ReadCapture, readCapture } from './capture/read-capture.ts';
export { CaptureRefused } from './capture/refused.ts';
