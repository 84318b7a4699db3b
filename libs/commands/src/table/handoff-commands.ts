import { EmptyBody, ReasonBody } from '#commands/body/command-body';
import {
  AcceptHandoffBody,
  AnswerAskBody,
  AskBody,
  DeclineAskBody,
  DeclineHandoffBody,
  MakePromiseBody,
  OfferHandoffBody,
  OverridableBody,
  RenegotiatePromiseBody,
  RequestTakeoverBody,
  ToldBody,
} from '#commands/body/handoff-bodies';
import { casusLine as line } from '#commands/table/command-line';

const S = 'casus/{casus}/steps/{step}' as const;
const H = 'casus/{casus}/handoffs/{handoff}' as const;
const T = 'casus/{casus}/takeovers/{takeover}' as const;
const A = 'casus/{casus}/asks/{ask}' as const;
const P = 'casus/{casus}/promises/{promise}' as const;

export const handoffCommands = [
  line('offer-handoff', `${S}/handoffs`, OfferHandoffBody, 'Offers a step to another partner', 'handoff'),
  line('see-handoff', `${H}/see`, ToldBody, 'Notes that the receiver has seen the offer'),
  line('accept-handoff', `${H}/accept`, AcceptHandoffBody, 'Accepts an offer: the receiver becomes owner'),
  line('decline-handoff', `${H}/decline`, DeclineHandoffBody, 'Declines an offer'),
  line('withdraw-handoff', `${H}/withdraw`, EmptyBody, 'Withdraws an open offer'),
  line('request-takeover', `${S}/takeovers`, RequestTakeoverBody, 'Asks to take over a step', 'takeover'),
  line('grant-takeover', `${T}/grant`, OverridableBody, 'Grants a takeover: the requester becomes owner'),
  line('refuse-takeover', `${T}/refuse`, ReasonBody, 'Refuses a takeover'),
  line('withdraw-takeover', `${T}/withdraw`, EmptyBody, 'Withdraws a takeover request'),
] as const;

export const askCommands = [
  line('ask', 'casus/{casus}/asks', AskBody, 'Asks a partner about a step, or its sender about an open offer', 'ask'),
  line('answer-ask', `${A}/answer`, AnswerAskBody, 'Answers an ask'),
  line('decline-ask', `${A}/decline`, DeclineAskBody, 'Declines an ask'),
  line('withdraw-ask', `${A}/withdraw`, EmptyBody, 'Withdraws an ask'),
] as const;

export const promiseCommands = [
  line('make-promise', 'casus/{casus}/promises', MakePromiseBody, 'Makes a promise', 'promise'),
  line('confirm-promise', `${P}/confirm`, EmptyBody, 'Confirms a promise that another recorded'),
  line('keep-promise', `${P}/keep`, ToldBody, 'Notes that a promise was kept'),
  line('renegotiate-promise', `${P}/renegotiate`, RenegotiatePromiseBody, 'Agrees on another day'),
  line('release-promise', `${P}/release`, EmptyBody, 'Lets the promiser off'),
] as const;
