/** A page of a stand-in: plain, in Vietnamese, usable without scripts. */
export function page(title: string, body: string, { follows = false }: { follows?: boolean } = {}): string {
  const refresh = follows ? '<noscript><meta http-equiv=refresh content=3></noscript>' : '';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${refresh}
<style>${style}</style></head><body>${body}${follows ? followScript : ''}</body></html>`;
}

const htmlEscapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => htmlEscapes[letter]!);
}

/** With scripts the page follows the conversation without losing what one is typing. */
const followScript = `<script>
const bottom = () => scrollTo(0, document.body.scrollHeight);
const follow = async () => {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const fresh = page.querySelector('main'), shown = document.querySelector('main');
    if (fresh.innerHTML !== shown.innerHTML) { shown.replaceWith(fresh); bottom(); }
  } finally { setTimeout(follow, 1500); }
};
bottom(); setTimeout(follow, 1500);
</script>`;

const style = `
*{box-sizing:border-box}
body{margin:0 auto;max-width:480px;min-height:100vh;display:flex;flex-direction:column;background:#eef1ec;color:#1d2a24;font:18px/1.5 system-ui,sans-serif}
header{position:sticky;top:0;display:flex;gap:12px;align-items:baseline;padding:12px 16px;background:#274c3f;color:#fff}
header a{color:#fff}h1{margin:0;font-size:20px}
main{flex:1;padding:12px 16px}
footer{position:sticky;bottom:0;padding:8px 16px 12px;background:#fff;border-top:1px solid #cfd8d2}
article{width:fit-content;max-width:92%;margin:0 0 12px;padding:8px 12px;border-radius:14px;background:#fff;overflow-wrap:anywhere}
article.own{margin-left:auto;background:#d9ecd9}
article p{margin:0;white-space:pre-wrap}iframe{width:100%;min-width:260px;height:60vh;border:0;background:#fff}
small{display:block;color:#56655d;font-size:15px}
.keys{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.keys form{flex:1 1 auto}
button,.button{display:block;width:100%;min-height:48px;padding:8px 12px;border:1px solid #2f6b55;border-radius:10px;background:#f2f8f4;color:#1c4a39;font:inherit;text-align:center;text-decoration:none;cursor:pointer}
button.send,.card button{background:#2f6b55;color:#fff}button.plain{border-color:#cfd8d2;background:#fff}
label{display:block;margin:8px 0}input,textarea{display:block;width:100%;min-height:48px;padding:8px;border:1px solid #8a9a91;border-radius:10px;font:inherit}
input[type=hidden]{display:none}
.list{list-style:none;margin:0 0 16px;padding:0}.row{display:flex;justify-content:space-between;align-items:center;gap:12px;min-height:64px;margin-bottom:8px;padding:8px 14px;border-radius:12px;background:#fff;color:inherit;text-decoration:none}
.unread{flex:none;min-width:32px;padding:0 8px;border-radius:16px;background:#2f6b55;color:#fff;text-align:center}
.toast{padding:8px 12px;border-radius:10px;background:#1d2a24;color:#fff}
.card{margin-bottom:16px;padding:12px 14px;border-radius:12px;background:#fff}summary{min-height:44px;cursor:pointer}
details form{margin-bottom:8px}:focus-visible{outline:3px solid #d08b1d;outline-offset:2px}
`;
