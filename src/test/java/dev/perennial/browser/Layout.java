package dev.perennial.browser;

import java.util.List;

/**
 * Asks whether texts and controls of a page lie over one another, leave the box that is drawn
 * around them, or are cut off where nothing scrolls. Of a text its ink counts, not the height of
 * its line: scripts with marks above and below are given taller lines than they fill.
 */
final class Layout {
  private static final String FAULTS =
      """
      const BOXES = 'td, th, .card, .tile, .badge, .status, button, .button, .notice, .alarm, .say, .field, summary, figure';
      const UNSEEN = 'script, style, noscript, select, textarea, datalist, .skip';
      const clips = new Map();
      const clip = e => {
        if (!e || e === document.body || e === document.documentElement)
          return { l: -1e9, t: -1e9, r: 1e9, b: 1e9, scrolls: false, seen: true };
        if (clips.has(e)) return clips.get(e);
        const style = getComputedStyle(e), box = e.getBoundingClientRect();
        const own = { ...clip(e.parentElement) };
        own.seen = own.seen && style.clipPath === 'none' && style.visibility === 'visible' && style.opacity !== '0';
        if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
          own.l = Math.max(own.l, box.left); own.t = Math.max(own.t, box.top);
          own.r = Math.min(own.r, box.right); own.b = Math.min(own.b, box.bottom);
          own.scrolls = own.scrolls || /auto|scroll/.test(style.overflowX);
        }
        clips.set(e, own);
        return own;
      };
      const found = [], parts = [];
      const say = (what, e, text) =>
          found.push(`${what}: "${text.trim().slice(0, 60)}" in ${(e.closest('[id]') || e).id} <${e.localName} class="${e.getAttribute('class') || ''}">`);
      const add = (e, text, box) => {
        const view = clip(e);
        const part = { e, text, l: Math.max(box.l, view.l), t: Math.max(box.t, view.t),
            r: Math.min(box.r, view.r), b: Math.min(box.b, view.b) };
        if (!view.scrolls && (box.l < view.l - 1 || box.r > view.r + 1)) say('cut off', e, text);
        if (part.r - part.l > 1 && part.b - part.t > 1) parts.push(part);
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
      for (let node; (node = texts.nextNode());) {
        const e = node.parentElement;
        if (!node.data.trim() || e.closest(UNSEEN) || !e.checkVisibility() || !clip(e).seen) continue;
        const size = parseFloat(getComputedStyle(e).fontSize), around = e.closest(BOXES);
        const room = around && around.getBoundingClientRect();
        range.selectNodeContents(node);
        let left = false;
        for (const rect of range.getClientRects()) {
          const middle = (rect.top + rect.bottom) / 2;
          add(e, node.data, { l: rect.left, r: rect.right, t: middle - .35 * size, b: middle + .35 * size });
          left = left || (room && (rect.left < room.left - 1 || rect.right > room.right + 1));
        }
        if (left && !(clip(e).scrolls && !clip(around).scrolls)) say('leaves its box', e, node.data);
      }
      for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea, button, progress')) {
        if (!e.checkVisibility() || !clip(e).seen) continue;
        const box = e.getBoundingClientRect();
        add(e, e.name || e.localName, { l: box.left + 1, r: box.right - 1, t: box.top + 1, b: box.bottom - 1 });
      }
      parts.sort((a, b) => a.t - b.t);
      for (let i = 0; i < parts.length && found.length < 20; i++) {
        const a = parts[i];
        for (let j = i + 1; j < parts.length && parts[j].t < a.b - 1; j++) {
          const b = parts[j];
          if (a.e !== b.e && Math.min(a.r, b.r) - Math.max(a.l, b.l) > 1
              && !a.e.contains(b.e) && !b.e.contains(a.e)) say(`lies over "${b.text.trim().slice(0, 60)}"`, a.e, a.text);
        }
      }
      return found.slice(0, 20);
      """;

  private Layout() {}

  /** One line for each fault, at most twenty. */
  static List<String> faults(Browser browser) {
    return ((List<?>) browser.run(FAULTS)).stream().map(String::valueOf).toList();
  }
}
