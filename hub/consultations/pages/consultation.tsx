import type { Console } from '../../console/index.ts';
import { followingPage } from './following.tsx';
import { consultationUrl, needs, type ConsultationPagesParts } from './urls.ts';
import { writingPage } from './writing.tsx';

/** One consultation: while it is being prepared what it asks, then how it goes. */
export function consultationPage(console: Console, { consultations }: ConsultationPagesParts): void {
  console.page(consultationUrl(':id'), { needs }, async ({ viewer, say, params }) => {
    const view = await consultations.asking.consultation(viewer.actor, params['id'] ?? '');
    return view.state === 'preparing' ? writingPage(view, say) : followingPage(view, say);
  });
}
