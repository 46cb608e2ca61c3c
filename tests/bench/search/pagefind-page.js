// The leanest page for Pagefind: ten results with title and excerpt, by its own interface for scripts.
// Its index starts to load when the page opens, and its pause while one types is that of our page.
const pagefind = await import('./pagefind/pagefind.js');
await pagefind.init();

const field = document.querySelector('input');
const list = document.querySelector('ol');
field.addEventListener('input', async () => {
  const search = await pagefind.debouncedSearch(field.value, {}, 120);
  if (!search) return;
  const results = await Promise.all(search.results.slice(0, 10).map((result) => result.data()));
  list.replaceChildren(...results.map(({ url, meta, excerpt }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = url;
    link.textContent = meta.title;
    const text = document.createElement('p');
    text.innerHTML = excerpt;
    item.append(link, text);
    return item;
  }));
});

// For the table of relevance: the pages found, best first, without showing them.
window.pagesFound = async (query) => {
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, 20).map(async (result) => (await result.data()).url));
};
