import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseHtml, type HtmlNode } from '../../../src/facades/genesys/html/parse.js';

/** The tree in one line: elements in brackets, attributes behind their tag. */
function line(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attributes = [...node.attributes].map(([name, value]) => ` ${name}=${value}`).join('');
      return `[${node.tag}${attributes}|${line(node.children)}]`;
    })
    .join('');
}
const read = (html: string): string => line(parseHtml(html));

test('what the documents show is read', () => {
  assert.equal(read('<div>CHAT NOW</div>'), '[div|CHAT NOW]');
  assert.equal(
    read('<div class="btn" id=x><i class=icon></i> Chat &amp; <b>now</b><br/>!</div>'),
    '[div class=btn|[i class=icon|] Chat & [b|now][br|]!]',
  );
});

test('what is not on the list is left out, and its text stays', () => {
  assert.equal(read('<section><button onclick="x()">Go</button></section>'), 'Go');
  assert.equal(read('<a href="/help" onclick=x style="color:red" target=_top>Help</a>'), '[a href=/help|Help]');
  assert.equal(read('<my-tag><b>x</b></my-tag>'), '[b|x]');
});

test('what runs, draws or hides is left out with all that it holds', () => {
  for (const tag of ['script', 'style', 'iframe', 'noscript', 'textarea', 'title', 'svg', 'math', 'template', 'object'])
    assert.equal(read(`a<${tag} x="1"><b>bad</b></${tag}>z`), 'az', tag);
  assert.equal(read('a<script>if (1 < 2) "</b>"</script >z'), 'az');
  assert.equal(read('a<script>never closed <b>x</b>'), 'a');
  assert.equal(read('a<svg><svg></svg><b>x</b></svg>z'), 'az');
  assert.equal(read('a<!-- <b>x</b> -->b<!doctype html>c<?php x ?>d</ bogus>e'), 'abcde');
});

test('tags may be open, crossed or unfinished', () => {
  assert.equal(read('<b>x<i>y</b>z'), '[b|x[i|y]]z');
  assert.equal(read('</b>x</div>'), 'x');
  assert.equal(read('<b>x'), '[b|x]');
  assert.equal(read('1 < 2 <3 <'), '1 < 2 <3 <');
  assert.equal(read('<b class="never closed>x'), '[b class=|x]');
  assert.equal(read('<B CLASS=One class=two>x</B>'), '[b class=One|x]');
});

test('entities become characters; what is none stays text', () => {
  assert.equal(
    read('&lt;b&gt; &#65;&#x42; &quot;&apos;&hellip; &unknown; &#0;&#xD800; &'),
    `<b> AB "'… &unknown; \ufffd\ufffd &`,
  );
  assert.equal(read('<a href="?a=1&amp;b=2">x</a>'), '[a href=?a=1&b=2|x]');
});

test('a tree is bounded in depth, nodes and length', () => {
  const deep = '<b>'.repeat(10_000);
  let depth = 0;
  for (let nodes = parseHtml(deep); nodes.length > 0; depth++)
    nodes = (nodes[0] as { readonly children: readonly HtmlNode[] }).children;
  assert.ok(depth <= 40, `${depth}`);
  assert.ok(parseHtml('<b>x</b>'.repeat(6_000)).length <= 2_000);
  const long = '<b>'.repeat(20_000);
  assert.deepEqual(parseHtml(long), [long]);
});

test('no piece of HTML, however often, keeps it busy for ever', () => {
  for (const bad of [
    '<',
    '<a ',
    '<a href',
    '<a href="',
    '<!--',
    '<script>',
    '<b>',
    '&',
    '</',
    '<a/',
    `<a x=' `,
    '&#',
  ]) {
    // As long as it is read at all: what tries every way does not come back before the test runner gives up.
    assert.ok(parseHtml(bad.repeat(50_000 / bad.length)), bad);
  }
});

test('whatever is read, nothing off the list comes out, and it never throws', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      ' ',
      '&',
      ';',
      '<!--',
      '-->',
      'script',
      'b',
      'a',
      'href',
      'onclick',
      'img',
    ],
    ...['src', 'javascript:x', 'style', 'svg', 'x', '\0', '#60', 'lt', 'iframe', 'srcdoc'],
  );
  const allowed = /^(a|b|img)$/;
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      assert.match(node.tag, allowed);
      for (const name of node.attributes.keys())
        assert.match(name, /^(href|src|alt|title|class|dir|lang|width|height)$/);
      walk(node.children);
    }
  };
  fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => walk(parseHtml(parts.join('')))));
});
