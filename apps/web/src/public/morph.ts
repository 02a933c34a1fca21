/**
 * Makes `old` show what `fresh` shows, touching nothing that is the same: focus, selection, scroll and what the reader has unfolded
 * stay. Elements with an id are the same element wherever they have moved.
 */
export function morph(old: Element, fresh: Element): void {
  const kept = new Map([...old.children].filter(({ id }) => id !== '').map((child) => [child.id, child]));
  let at: ChildNode | null = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const found: ChildNode | null | undefined =
      wanted instanceof Element && wanted.id !== '' ? kept.get(wanted.id) : fitting(at, wanted);
    if (found === undefined || found === null || !isAlike(found, wanted)) {
      old.insertBefore(wanted, at);
      continue;
    }
    if (found === at) at = at.nextSibling;
    else old.insertBefore(found, at);
    become(found, wanted);
  }
  while (at !== null) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** One that carries an id waits for its own turn. */
function fitting(at: ChildNode | null, wanted: ChildNode): ChildNode | null {
  return at !== null && isAlike(at, wanted) && !(at instanceof Element && at.id !== '') ? at : null;
}

function isAlike(one: ChildNode, other: ChildNode): boolean {
  return one.nodeName === other.nodeName;
}

function become(old: ChildNode, fresh: ChildNode): void {
  if (!(old instanceof Element) || !(fresh instanceof Element)) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
    return;
  }
  for (const { name } of [...old.attributes])
    if (!fresh.hasAttribute(name) && !isReaders(old, name)) old.removeAttribute(name);
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  morph(old, fresh);
}

/** Whether a part is unfolded is the reader's own doing. */
function isReaders(element: Element, attribute: string): boolean {
  return element.nodeName === 'DETAILS' && attribute === 'open';
}
