import type { Say } from '../platform/locales.ts';

export interface AlertSwitchFacts {
  /** By which push services know us. */
  publicKey: string;
  /** What is known of this browser; null where it is not woken. */
  here: { showsTitle: boolean; proof: string } | null;
  /** Where the subscription is posted. */
  url: string;
  formToken: string;
}

/** What push.js finds in `#alerts`. */
export function alertData({ publicKey, here, url, formToken }: AlertSwitchFacts, say: Say) {
  return {
    'data-key': publicKey,
    'data-url': url,
    'data-token': formToken,
    'data-proof': here?.proof,
    'data-shows-title': here?.showsTitle ? '' : undefined,
    'data-failed': say('alerts-failed'),
  };
}

/**
 * Switches alerts on in this browser, and says plainly where that cannot be. push.js shows the piece that holds; where
 * no script runs nothing is offered.
 */
export function AlertSwitch({
  here,
  buttonClass,
  say,
}: Pick<AlertSwitchFacts, 'here'> & { buttonClass: string; say: Say }) {
  const wish = (checked: boolean) => (
    <label class="alert-wish">
      <input type="checkbox" name="showsTitle" value="yes" checked={checked} />
      <span>
        {say('alerts-show-title')} <span class="hint note block">{say('alerts-show-title-hint')}</span>
      </span>
    </label>
  );
  return (
    <>
      <p hidden data-when="iphone">
        {say('alerts-iphone')}
      </p>
      <p hidden data-when="unsupported">
        {say('alerts-unsupported')}
      </p>
      <p hidden data-when="denied">
        {say('alerts-denied')}
      </p>
      <form hidden data-when="off" class="alert-form">
        {wish(false)}
        <button class={buttonClass}>{say('alerts-switch-on')}</button>
      </form>
      <form hidden data-when="on" class="alert-form">
        {wish(here?.showsTitle ?? false)}
        <button class={buttonClass}>{say('alerts-change')}</button>
      </form>
      <p role="status" class="alert-word" />
    </>
  );
}
