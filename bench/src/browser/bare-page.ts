import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The least that shows oneself and the others: the same library against the same video server, and nothing else. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>bare</title><body><script src="/livekit-client.js"></script><script>
const show = (track) => { const video = document.createElement('video'); video.muted = true; video.autoplay = true; video.playsInline = true; track.attach(video); document.body.append(video); };
(async () => {
  const room = new LivekitClient.Room();
  room.on('trackSubscribed', (track) => { if (track.kind === 'video') show(track); });
  const camera = LivekitClient.createLocalVideoTrack({ resolution: { width: 320, height: 180, frameRate: 10 } });
  camera.then(show);
  const pass = await (await fetch('/pass', { method: 'POST' })).json();
  await room.connect(pass.url, pass.token);
  await room.localParticipant.publishTrack(await camera, { simulcast: false });
})();
</script>`;
const START = '<!doctype html><meta charset="utf-8"><title>start</title><a href="/room">in</a>';

export type BarePage = { readonly origin: string; close(): Promise<void> };

/** Serves it on loopback. `pass` gives what its person may enter with. */
export async function serveBarePage(pass: () => Promise<object>): Promise<BarePage> {
  const library = readFileSync(
    fileURLToPath(import.meta.resolve('livekit-client').replace(/[^/]+$/, 'livekit-client.umd.js')),
  );
  const server = createServer((request, response) => {
    const send = (type: string, body: string | Buffer): void => {
      response.writeHead(200, {
        'content-type': type,
        'cache-control': type.includes('script') ? 'max-age=3600' : 'no-store',
      });
      response.end(body);
    };
    switch (request.url) {
      case '/livekit-client.js':
        return send('text/javascript', library);
      case '/pass':
        pass().then(
          (given) => send('application/json', JSON.stringify(given)),
          () => response.writeHead(500).end(),
        );
        return;
      case '/room':
        return send('text/html', PAGE);
      default:
        return send('text/html', START);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
