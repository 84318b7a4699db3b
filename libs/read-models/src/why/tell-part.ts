import type { Part, PartOf } from '#read-models/why/story';
import { dueOf, type Voice } from '#read-models/why/voice';

function offerSentences({ link, offer, seenAt, told, elsewhere, lasts }: PartOf<'offer'>, voice: Voice): string[] {
  const { phrases, spans, named } = voice;
  const { from, to, offeredAt, kind, id, life } = offer;
  const [sender, receiver] = [named(from), named(to)];
  const offered = phrases.offered({
    from: sender,
    day: spans.dayOf(offeredAt),
    to: receiver,
    warm: kind === 'warm',
    ref: id,
  });
  const [day, span, due] = [spans.dayOf(link.to), spans.worked(link), dueOf(link, voice)];
  const offerName = phrases.theOffer(elsewhere ? id : null);
  const outcome = () => {
    if (lasts) return phrases.offerOpen({ offer: offerName, to: receiver, span, due });
    if (link.ended?.type === 'HandoffAccepted') {
      const read = seenAt === null ? null : spans.dayOf(seenAt);
      return phrases.offerAccepted({
        offer: offerName,
        to: receiver,
        read: read === day ? null : read,
        day,
        span,
        due,
      });
    }
    if (life.is === 'declined' && life.at === link.to) {
      return phrases.offerDeclined({ offer: offerName, to: receiver, day, reason: life.reason, span, due });
    }
    if (life.is === 'withdrawn' && life.at === link.to)
      return phrases.offerWithdrawn({ offer: offerName, from: sender, day, span, due });
    if (offer.expiresAt === link.to) return phrases.offerExpired({ offer: offerName, to: receiver, day, span, due });
    return phrases.offerLay({ offer: offerName, to: receiver, span, due });
  };
  return told ? [outcome()] : [offered, outcome()];
}

function askSentences({ link, ask, told, elsewhere, lasts }: PartOf<'ask'>, voice: Voice): string[] {
  const { phrases, spans, named } = voice;
  const to = named(ask.to);
  const asked = phrases.asked({ from: named(ask.from), day: spans.dayOf(ask.askedAt), to, ref: ask.id });
  const [day, span, due] = [spans.dayOf(link.to), spans.worked(link), dueOf(link, voice)];
  const askName = phrases.theAsk(elsewhere ? ask.id : null);
  const outcome = lasts
    ? phrases.askOpen({ ask: askName, to, span, due })
    : phrases.askEnded({ ask: askName, to, answered: ask.life === 'answered', day, span, due });
  return told ? [outcome] : [asked, outcome];
}

/** What is told of one stretch. */
export function partSentences(part: Part, voice: Voice): readonly string[] {
  const { phrases, spans, named } = voice;
  const { link, lasts } = part;
  const party = named(link.party ?? '');
  const told = { party, span: spans.worked(link), lasts };
  switch (part.kind) {
    case 'offer':
      return offerSentences(part, voice);
    case 'ask':
      return askSentences(part, voice);
    case 'work':
      return [phrases.worked({ ...told, again: part.again, completed: part.completed ? spans.dayOf(link.to) : null })];
    case 'suspended': {
      const { firstDay, lastDay, source } = part;
      const last = lastDay === null ? null : spans.day(lastDay);
      return [phrases.suspended({ ...told, first: spans.day(firstDay), last, source })];
    }
    case 'waited':
      return [phrases.waited(told)];
    case 'rerouted':
      return [phrases.rerouted(told)];
    case 'replan':
      return [phrases.replanned(told)];
    case 'confirm':
      return [phrases.confirmed(told)];
    case 'takeover':
      return [phrases.requested(told)];
    case 'nobody':
      return [phrases.nobody(told)];
  }
}
