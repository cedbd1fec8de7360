/** A value that a process has once. */
export interface OfProcess<Value> {
  get(): Value | undefined;
  set(value: Value): Value;
}

/**
 * A value of this process under a name. A build runs some modules twice, once as Node loads them and once among the
 * templates as Astro compiles them; the process is the only thing the two have in common.
 *
 * @param name of its own for each value
 */
export function ofProcess<Value>(name: string): OfProcess<Value> {
  const key = Symbol.for(`pressmark.${name}`);
  const memory = globalThis as { [key]?: Value };
  return {
    get: () => memory[key],
    set(value) {
      memory[key] = value;
      return value;
    },
  };
}
