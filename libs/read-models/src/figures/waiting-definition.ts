import type { FigureDefinition } from '#read-models/figures/definition';
import { QUANTILE_TERMS } from '#read-models/figures/quantile-terms';

export const WAITING_DEFINITION: FigureDefinition = {
  name: 'waiting',
  version: 1,
  title: { nl: 'Wachten op elkaar, per paar partners', en: 'Waiting for each other, per pair of partners' },
  text: {
    nl: 'Van elk aanbod (`handoff`) en elke vraag (`ask`) die in de periode is gedaan: hoe lang de afzender (`from`) op antwoord van de ontvanger (`to`) wachtte, in de werktijd van de ontvanger zoals die toen gold. De tijd waarin de ontvanger zelf op antwoord van de afzender wachtte, en die waarin de termijn van de stap stilstond, telt niet mee: het is de tijd die bij de ontvanger lag. Wat nog open is, verlopen, ingetrokken of vervallen, telt mee als "minstens zo lang".',
    en: 'Of each offer (`handoff`) and each question (`ask`) made in the period: how long its sender (`from`) waited for an answer of its receiver (`to`), in the working time of the receiver as it then was. The time in which the receiver itself waited for an answer of the sender, or the term of the step was suspended, is left out: it is the time that the ledger books on the receiver. What is still open, expired, withdrawn or closed counts as "at least so long".',
  },
  terms: {
    volume: { nl: 'Gedaan in de periode.', en: 'Made in the period.' },
    accepted: { nl: 'Aangenomen; van een vraag: beantwoord.', en: 'Accepted; of a question: answered.' },
    declined: { nl: 'Geweigerd door de ontvanger.', en: 'Declined by the receiver.' },
    declinedByResident: {
      nl: 'Geweigerd omdat de inwoner het niet wilde; geen keuze van de ontvanger.',
      en: 'Declined because the resident did not want it; no choice of the receiver.',
    },
    open: {
      nl: 'Nog niet beantwoord op het moment van het cijfer.',
      en: 'Not answered yet at the moment of the figure.',
    },
    expired: { nl: 'Verlopen zonder antwoord.', en: 'Expired without an answer.' },
    withdrawn: { nl: 'Ingetrokken door de afzender.', en: 'Withdrawn by the sender.' },
    closed: {
      nl: 'Van een vraag: de stap of het aanbod eindigde eerder.',
      en: 'Of a question: its step or offer ended first.',
    },
    declinePercent: {
      nl: '`declined` van `accepted` en `declined` samen.',
      en: '`declined` of `accepted` and `declined` together.',
    },
    bounced: {
      nl: 'Geweigerd, of aangenomen en later teruggegeven, en daarna opnieuw aangeboden, aan wie dan ook. De keuze van de inwoner telt niet.',
      en: 'Declined, or accepted and given back later, and after that offered again, to whomever. The choice of the resident does not count.',
    },
    bouncePercent: {
      nl: '`bounced` van `accepted` en `declined` samen.',
      en: '`bounced` of `accepted` and `declined` together.',
    },
    pingpong: {
      nl: 'Stappen die na het aanbod heen en weer gingen (patroon PINGPONG).',
      en: 'Steps that went to and fro after the offer (pattern PINGPONG).',
    },
    waiting: {
      nl: 'Van aanbod of vraag tot antwoord; `unread` en `undecided` samen.',
      en: 'From offer or question to answer; `unread` and `undecided` together.',
    },
    unread: {
      nl: 'Tot het aanbod gezien was. Wat beantwoord is zonder dat iemand "gezien" vastlegde, telt hier niet mee: dan is het niet bekend.',
      en: 'Until the offer was seen. What was answered without anybody recording that it was seen is left out: then it is not known.',
    },
    undecided: { nl: 'Van gezien tot antwoord.', en: 'From seen to answered.' },
    ...QUANTILE_TERMS,
  },
};
