import { SETTINGS_FILE } from '../../../record/read-settings.ts';
import type { ContentRule, Finding } from '../finding.ts';

const EXAMPLE = /(?:^|[@./])example\.(?:org|com|net)(?:$|[/:])/;

/** An archive that is published names a keeper who can be reached and the address it stands at. */
export const keeperRule: ContentRule = ({ record: { settings } }) => {
  const findings: Finding[] = [];
  if (EXAMPLE.test(settings.contact)) {
    findings.push({
      file: SETTINGS_FILE,
      advice: true,
      what: `“contact” is still the example ${settings.contact}.`,
      why: 'Whoever asks for a text to be withdrawn would write to nobody.',
      remedy: 'Put in an address that somebody reads before the site is published.',
    });
  }
  if (EXAMPLE.test(settings.baseUrl)) {
    findings.push({
      file: SETTINGS_FILE,
      advice: true,
      what: `“baseUrl” is still the example ${settings.baseUrl}.`,
      why: 'Canonical links, feeds and exports would point to a site that is not yours.',
      remedy: 'Put in the address that the site is published under before you publish it.',
    });
  }
  return findings;
};
