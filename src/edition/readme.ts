import type { Settings } from '../model/schema/settings.ts';

/** What stands beside the pages of the offline edition for whoever finds the folder. */
export function readme({ title, subtitle, publisher, contact, baseUrl }: Settings): string {
  return `${title}
${subtitle}

Open index.html in a browser. Everything works without a network, search included.

Copy the whole folder, not single files. To check that nothing has changed, run inside it
  sha256sum -c site-sha256.txt

The captures, as they were received, stand under captures/. The whole record stands in
data/record.ndjson; with Pressmark, “npm run restore -- THIS-FOLDER” makes the archive again.

Published by ${publisher}, ${contact}, at ${baseUrl}
Rights: see about.html
`;
}
