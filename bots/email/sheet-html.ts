import { html, Markup } from './html.ts';
import type { Sheet } from './sheet.ts';

/**
 * The letter as most programs show it. Styles stand on the elements, since many programs drop style sheets; tables hold
 * the width, since some know nothing else; nothing is fetched from anywhere. What few programs understand, the colours
 * for dark screens, stands in a sheet that may be dropped.
 */
export function asHtml(sheet: Sheet): string {
  const { language, head, title, paragraphs, asked, button, lists, foot, stop } = sheet;
  const [issuer, ...facts] = head;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
        <style>
          @media (prefers-color-scheme: dark) {
            .desk {
              background: #17130f !important;
            }
            .page {
              background: #231e19 !important;
            }
            .ink {
              color: #f2ece2 !important;
            }
            .pale {
              color: #c3b8a9 !important;
            }
            .seal {
              color: #f0a39b !important;
            }
            .asked {
              background: #332a22 !important;
            }
          }
        </style>
      </head>
      <body class="desk" style="margin:0;padding:0;background:#f3efe7;">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
          <tr>
            <td align="center" style="padding:16px 8px;">
              <table
                role="presentation"
                class="page"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:640px;background:#ffffff;border-top:5px solid #8f1d1d;border-radius:6px;"
              >
                <tr>
                  <td align="left" style="padding:24px 20px;${font}">
                    ${issuer ? html`<p class="seal" style="margin:0;color:#8f1d1d;font-size:16px;font-weight:bold;line-height:1.4;">${issuer}</p>` : null}
                    ${facts.map((fact) => html`<p class="pale" style="margin:2px 0 0;color:#5c554b;font-size:15px;line-height:1.4;">${fact}</p>`)}
                    ${title ? html`<h1 class="ink" style="margin:20px 0;color:#1c1c1c;font-size:22px;line-height:1.35;font-weight:bold;">${title}</h1>` : null}
                    ${paragraphs.map((text) => html`<p class="ink" style="margin:0 0 16px;color:#1c1c1c;font-size:17px;line-height:1.6;">${lines(text)}</p>`)}
                    ${asked.length > 0 ? html`<p class="asked ink" style="margin:24px 0 0;padding:14px 16px;background:#f8f1e4;border-radius:6px;color:#1c1c1c;font-size:17px;line-height:1.6;">${lines(asked.join('\n'))}</p>` : null}
                    ${button ? buttonOf(button) : null} ${lists.map(listOf)}
                  </td>
                </tr>
              </table>
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:640px;"
              >
                <tr>
                  <td align="left" style="padding:16px 20px;${font}">
                    ${foot.map((text) => html`<p class="pale" style="margin:0 0 8px;color:#5c554b;font-size:14px;line-height:1.5;">${text}</p>`)}
                    ${stop ? html`<p style="margin:0;font-size:14px;line-height:1.5;"><a class="pale" href="${stop.url}" style="color:#5c554b;">${stop.label}</a></p>` : null}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `.text;
}

const font = new Markup("font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;word-break:break-word;");

function buttonOf({ label, url, hint }: NonNullable<Sheet['button']>): Markup {
  return html`<p style="margin:24px 0 8px;">
      <a
        href="${url}"
        style="display:block;padding:16px 20px;background:#8f1d1d;border-radius:8px;color:#ffffff;font-size:19px;font-weight:bold;line-height:1.3;text-align:center;text-decoration:none;"
        >${label}</a
      >
    </p>
    <p class="pale" style="margin:0;color:#5c554b;font-size:14px;line-height:1.5;text-align:center;">
      ${hint}
    </p>`;
}

function listOf({ title, items }: Sheet['lists'][number]): Markup {
  return html`<p
      class="ink"
      style="margin:24px 0 4px;color:#1c1c1c;font-size:16px;font-weight:bold;line-height:1.5;"
    >
      ${title}
    </p>
    <ul class="ink" style="margin:0;padding:0 0 0 20px;color:#1c1c1c;font-size:16px;line-height:1.6;">
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>`;
}

function lines(text: string): Markup[] {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`));
}
