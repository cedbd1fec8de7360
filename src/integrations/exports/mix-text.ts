/**
 * Two words of 32 bits that tell texts apart which nobody made alike on purpose: FNV-1a
 * (https://www.rfc-editor.org/rfc/rfc9923), and a second mixture that runs the other way round. A
 * digest would cost ten times as much.
 */
export function mixText(text: string): [number, number] {
  let [one, two] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0, back = text.length - 1; back >= 0; at++, back--) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ (two >>> 15), 0x85ebca6b) + text.charCodeAt(back);
  }
  return [one >>> 0, two >>> 0];
}
