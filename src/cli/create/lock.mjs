// Plain JavaScript without dependencies: “npm create pressmark” runs it on any Node, before anything is installed.

/**
 * The lock of a new archive: everything that Pressmark works with, in the versions that it was tested with. npm packs no lock
 * of a package, and would take the newest of what those packages ask for. What is left out, Pressmark itself, npm adds.
 *
 * @param lock that of Pressmark, parsed
 * @param root name and dependencies of the archive, as in its package.json
 */
export function archiveLock({ packages }, root) {
  const wanted = Object.entries(packages).filter(([name, { dev }]) => name !== '' && !dev);
  return {
    name: root.name,
    lockfileVersion: 3,
    requires: true,
    packages: { '': root, ...Object.fromEntries(wanted) },
  };
}
