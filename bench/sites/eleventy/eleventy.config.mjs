const SIZE = 50;

export default function (config) {
  // The pages of every tag: its articles newest first, fifty a page.
  config.addCollection('tagPages', (api) => {
    const byTag = new Map();
    for (const item of api.getAllSorted().reverse()) {
      for (const tag of item.data.tags ?? []) {
        const list = byTag.get(tag) ?? [];
        list.push(item);
        byTag.set(tag, list);
      }
    }
    return [...byTag].flatMap(([tag, items]) =>
      Array.from({ length: Math.ceil(items.length / SIZE) }, (_, page) => ({
        tag,
        page,
        last: (page + 1) * SIZE >= items.length,
        items: items.slice(page * SIZE, (page + 1) * SIZE),
      })),
    );
  });
  config.addFilter('day', (date) => new Date(date).toISOString().slice(0, 10));
}
