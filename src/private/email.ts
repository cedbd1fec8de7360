/** An e-mail address anywhere in a text; at most 64 letters before the @ are looked at. */
export const EMAIL =
  /[\p{L}\p{N}._%+=-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})/u;

const EXAMPLE =
  /^(?:your?|your[._-]?(?:name|e-?mail|address)|name|e-?mail|username|someone|somebody|nobody|no-?reply)@|^user@(?:example|domain|email)\.|@(?:your-?domain|domain|email)\.com$|\.(?:png|jpe?g|gif|svg|webp|m?js|css|json|html?)$/i;

/** Whether an address is that of an example or of a form, or the name of a file, and nobody's. */
export function isExample(address: string): boolean {
  return EXAMPLE.test(address);
}
