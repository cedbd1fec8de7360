import type { LockedPackage } from './locked.ts';

const SCOPES = { build: 'required', 'some systems': 'optional', development: 'excluded' } as const;

/**
 * The packages as a bill of materials in CycloneDX 1.6. It has neither serial number nor time, so that
 * the same lock gives the same bytes.
 */
export function sbomOf(
  { name, version, license }: { name: string; version: string; license: string },
  packages: readonly LockedPackage[],
): string {
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `${name}@${version}`,
        name,
        version,
        licenses: [{ license: { id: license } }],
      },
    },
    components: packages.map((one) => {
      const url = `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`;
      return {
        type: 'library',
        'bom-ref': url,
        name: one.name,
        version: one.version,
        scope: SCOPES[one.use],
        ...(one.sha512 !== '' && { hashes: [{ alg: 'SHA-512', content: one.sha512 }] }),
        licenses: [
          /[ ()]/.test(one.license)
            ? { expression: one.license }
            : { license: { id: one.license } },
        ],
        purl: url,
      };
    }),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}
