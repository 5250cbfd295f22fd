// Starts GraphiQL with a list of examples beside the editor. An address such as /graphql#query={...} opens that query in a tab.
'use strict';
{
  const { createElement: h, useEffect, useState } = React;
  const { useEditorContext, usePluginContext } = GraphiQL.React;
  const narrow = matchMedia('(max-width: 50rem)');

  const same = (one, other) => (one ?? '').trim() === (other ?? '').trim();

  const ExamplesIcon = () =>
    h('svg', { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeLinecap: 'round', 'aria-hidden': true },
      h('path', { d: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01' }));

  function ExamplesPanel({ examples }) {
    const { tabs, activeTabIndex, addTab, changeTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
    const { setVisiblePlugin } = usePluginContext({ nonNull: true });
    const [announcement, announce] = useState('');

    function write(example) {
      queryEditor.setValue(example.query);
      // GraphiQL notices a little later that the operation has another name; run at once, it would still send the old one.
      queryEditor.operationName = undefined;
      variableEditor.setValue(example.variables);
    }

    // A visitor's own work is never overwritten: only an empty tab or an unchanged example is.
    function open(example) {
      const current = tabs[activeTabIndex].query;
      const opened = tabs.findIndex(tab => same(tab.query, example.query));
      if (opened >= 0) {
        changeTab(opened);
      } else if (same(current, '') || examples.some(known => same(known.query, current))) {
        write(example);
      } else {
        addTab();
        setTimeout(() => write(example));
      }
      if (narrow.matches) {
        setVisiblePlugin(null);
      }
      announce(`${example.title} is in the editor.`);
    }

    return h('section', { className: 'examples', 'aria-label': 'Examples' },
      h('h2', null, 'Examples'),
      h('p', null, 'Choose one, then run it with the arrow button, or with Ctrl and Enter.'),
      h('ul', null, examples.map(example =>
        h('li', { key: example.name },
          h('button', {
            type: 'button',
            'aria-current': same(tabs[activeTabIndex].query, example.query) || undefined,
            onClick: () => open(example),
          }, h('strong', null, example.title), example.explanation && h('span', null, example.explanation))))),
      h('p', { className: 'more' }, h('a', { href: '/limits' }, 'Limits and cost')),
      h('p', { className: 'unseen', role: 'status' }, announcement));
  }

  // The editors' text areas have no names of their own for people who listen to the page.
  function Home() {
    const { queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
    useEffect(() => {
      queryEditor?.setOption('screenReaderLabel', 'Query');
      variableEditor?.setOption('screenReaderLabel', 'Variables');
      headerEditor?.setOption('screenReaderLabel', 'Headers');
      responseEditor?.setOption('screenReaderLabel', 'Answer');
    }, [queryEditor, variableEditor, headerEditor, responseEditor]);
    return h('a', { className: 'home', href: '/' }, h('img', { src: '/logo.svg', alt: '', width: 24, height: 24 }), 'OpenSocialMap');
  }

  // What the address asks for; else, for somebody who has no tabs from an earlier visit, the first example.
  function opening(examples) {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has('query')) {
      return { query: asked.get('query'), variables: asked.get('variables') ?? undefined };
    }
    const known = localStorage.getItem('graphiql:tabState');
    return known || examples.length === 0 ? {} : { query: examples[0].query, variables: examples[0].variables };
  }

  async function start() {
    const examples = await fetch('/graphql/examples.json').then(response => response.json());
    const { query, variables } = opening(examples);
    const plugin = { title: 'Examples', icon: ExamplesIcon, content: () => h(ExamplesPanel, { examples }) };

    ReactDOM.createRoot(document.getElementById('ide')).render(
      h(GraphiQL, {
        fetcher: ask,
        defaultQuery: '',
        query,
        variables,
        plugins: [plugin],
        visiblePlugin: narrow.matches ? undefined : plugin,
        defaultEditorToolsVisibility: 'variables',
        inputValueDeprecation: true,
        schemaDescription: true,
      }, h(GraphiQL.Logo, null, h(Home))));
  }

  start();
}
