import type { KeptMail } from './dev-mailbox.js';
import { escapeHtml } from './escape-html.js';

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2027;--quiet:#5b6170;--page:#f3f3f1;--card:#fff;--line:#e3e3df}
@media (prefers-color-scheme:dark){:root{--ink:#e9eaee;--quiet:#a4a9b6;--page:#15171c;--card:#1f2229;--line:#30343e}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:720px;margin:0 auto;padding:40px 16px 80px}
h1{font-size:28px;margin:0 0 4px}
p{margin:0}
header p,.quiet{color:var(--quiet)}
header{margin-bottom:28px}
details{background:var(--card);border-radius:14px;margin-bottom:12px;overflow:hidden}
summary{cursor:pointer;padding:16px 20px;display:grid;grid-template-columns:1fr auto;gap:2px 16px;list-style:none}
summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:3px solid #3b6fe0;outline-offset:-3px;border-radius:14px}
summary strong{font-weight:600;overflow-wrap:anywhere}
summary .quiet{font-size:14px;overflow-wrap:anywhere}
iframe{display:block;width:100%;height:520px;border:0;border-top:1px solid var(--line);background:#fff}
pre{margin:0;padding:20px;border-top:1px solid var(--line);white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.6 ui-monospace,monospace}
.empty{background:var(--card);border-radius:14px;padding:32px;text-align:center}
`;

/** The development mailbox as a page without scripts: each mail as it looks, framed and sandboxed, and as text. */
export function mailboxPage(mails: readonly KeptMail[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Development mailbox</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header>
<h1>Development mailbox</h1>
<p>Without SMTP_URL, mail lands here instead of being sent. Programs read it at <a href="/dev/mail.json">/dev/mail.json</a>.</p>
</header>
${mails.length > 0 ? mails.map(shown).join('\n') : '<p class="empty quiet">No mail yet. Sign up, and the first one arrives here. Reload to look again.</p>'}
</main>
</body>
</html>
`;
}

function shown(mail: KeptMail, place: number): string {
  const at = mail.at.toISOString();
  return `<details${place === 0 ? ' open' : ''}>
<summary><strong>${escapeHtml(mail.subject)}</strong><time class="quiet" datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>
<span class="quiet">to ${escapeHtml(mail.to)}</span></summary>
<iframe sandbox="allow-popups allow-top-navigation-by-user-activation" title="${escapeHtml(mail.subject)}" srcdoc="${escapeHtml(framed(mail.html))}"></iframe>
<pre>${linked(mail.text)}</pre>
</details>`;
}

/** Links in a frame open in the window around it. */
function framed(html: string): string {
  return html.replace('<head>', '<head><base target="_top">');
}

function linked(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);
}
