/**
 * Works out once for each archive what several pages and paths need.
 *
 * @param make called at the first question; what it returns is held as long as the archive is
 */
export function oncePer<Holder extends object, Value>(
  make: (holder: Holder) => Value,
): (holder: Holder) => Value {
  const made = new WeakMap<Holder, { readonly value: Value }>();
  return (holder) => {
    let known = made.get(holder);
    if (known === undefined) {
      known = { value: make(holder) };
      made.set(holder, known);
    }
    return known.value;
  };
}
