import type { Report } from '../report.ts';
import { EXIT } from '../report.ts';
import type { Language } from '../texts.ts';
import { texts } from '../texts.ts';
import type { Answer, Request } from './messages.ts';
import type { PageTexts } from './page-texts.ts';
import { pageTexts } from './page-texts.ts';

/** The part of the page with that id; its absence is a fault of the page itself. */
function part<Part extends HTMLElement = HTMLElement>(id: string): Part {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no part ${id}`);
  return element as Part;
}

/** The worker's program as a data: address; a page from a file may not start a worker's worker from any other. */
const source = `data:text/javascript;charset=utf-8,${encodeURIComponent(part('worker').textContent ?? '')}`;

/** What was last asked, so that a change of language asks again in the other. */
interface Asked {
  readonly file: File;
  readonly receipts: File | undefined;
}

let language: Language = navigator.language.startsWith('sv') ? 'sv' : 'en';
let asked: Asked | undefined;
let receipts: File | undefined;
let running: Worker | undefined;

function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = pageTexts[chosen].title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    const text = pageTexts[chosen][element.dataset['text'] as keyof PageTexts];
    if (typeof text === 'string') element.textContent = text;
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset['language'] === chosen));
  }
  showReceipts();
  if (asked !== undefined) void verify(asked);
}

function showReceipts(): void {
  const line = part('chosen-receipts');
  line.hidden = receipts === undefined;
  line.textContent = receipts === undefined ? '' : pageTexts[language].chosenReceipts(receipts.name);
}

async function verify(request: Asked): Promise<void> {
  asked = request;
  running?.terminate();
  const worker = new Worker(source);
  running = worker;
  const progress = part<HTMLProgressElement>('progress');
  part('report').hidden = true;
  part('working').hidden = false;
  part('working-text').textContent = pageTexts[language].reading;
  progress.removeAttribute('value');
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if (data.kind === 'progress') {
      part('working-text').textContent = pageTexts[language].examining(data.examined, data.all);
      progress.max = data.all;
      progress.value = data.examined;
    } else if (data.kind === 'report') {
      worker.terminate();
      part('working').hidden = true;
      show(request.file.name, data.report);
    }
  });
  worker.addEventListener('error', () => {
    part('working').hidden = true;
    show(request.file.name, { exit: EXIT.unreadable, headline: pageTexts[language].failed, result: [], lines: [] });
  });
  const bytes = new Uint8Array(await request.file.arrayBuffer());
  const list = await request.receipts?.text();
  const message: Request = { kind: 'verify', bytes, language, source, ...(list !== undefined && { receipts: list }) };
  worker.postMessage(message, [bytes.buffer]);
}

function show(name: string, report: Report): void {
  const section = part('report');
  section.dataset['exit'] = String(report.exit);
  section.replaceChildren(
    textElement('h2', report.headline),
    textElement('p', name, 'file'),
    ...report.result.flatMap(({ question, answers, blank }) => [
      textElement('h3', question),
      table([...answers, ...(blank === undefined ? [] : [{ answer: texts[language].blank, votes: blank }])]),
    ]),
    ...report.lines.map((line) => textElement('p', line)),
  );
  section.hidden = false;
  section.focus();
}

function textElement(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

function table(rows: readonly { readonly answer: string; readonly votes: number }[]): HTMLElement {
  const body = document.createElement('tbody');
  for (const { answer, votes } of rows) {
    const row = document.createElement('tr');
    const head = textElement('th', answer);
    head.setAttribute('scope', 'row');
    row.append(head, textElement('td', texts[language].votes(votes)));
    body.append(row);
  }
  const element = document.createElement('table');
  element.append(body);
  return element;
}

part<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const file = (target as HTMLInputElement).files?.[0];
  if (file !== undefined) void verify({ file, receipts });
});

part<HTMLInputElement>('receipts').addEventListener('change', ({ target }) => {
  receipts = (target as HTMLInputElement).files?.[0];
  showReceipts();
  if (asked !== undefined) void verify({ ...asked, receipts });
});

for (const button of document.querySelectorAll<HTMLElement>('[data-language]')) {
  button.addEventListener('click', () => speak(button.dataset['language'] === 'sv' ? 'sv' : 'en'));
}

const drop = part('drop');
addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
addEventListener('dragleave', () => drop.classList.remove('over'));
addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  const file = event.dataTransfer?.files[0];
  if (file !== undefined) void verify({ file, receipts });
});

speak(language);
