/** What the tab and the server say to each other about the register: who is in, whom they represent, who can help. Runs in the browser. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { endpoint } from '../../core/endpoint.ts';
import { addressSource, mailTopic, memberId, organisationId } from '../../core/network.ts';
import { membership, names } from '../../core/organisation.ts';
import { memberFilter, organisationFilter } from './criteria.ts';
import { memberDraft, organisationDraft, recommendationDraft, representation, rulesDraft } from './drafts.ts';

export type { MemberFilter, OrganisationFilter } from './criteria.ts';
export type { MemberDraft, OrganisationDraft, RecommendationDraft, Representation, RulesDraft } from './drafts.ts';

const none = z.object({});
const oneMember = z.object({ member: memberId });
const oneOrganisation = z.object({ organisation: organisationId });
/** Rows of a list in one answer at most. */
export const LIST_PAGE = 200;
const after = z
  .string()
  .regex(/^\d{1,6}$/)
  .optional();

/** An organisation in a few words, in the reader's language. */
export const organisationName = z.object({ id: organisationId, name: z.string() });
const memberName = z.object({ id: memberId, name: z.string() });

// ── The frame of the page ──────────────────────────────────────────────────────────────────────

/** `name` is in the reader's language. */
const named = z.object({ id: z.string(), name: z.string() });

export const sizeClass = z.object({
  /** Its index from 0; what the filter's `size` takes. */
  id: z.string(),
  /** Inhabitants, inclusive; absent of the smallest. */
  from: z.number().int().optional(),
  /** Inhabitants, inclusive; absent of the largest. */
  to: z.number().int().optional(),
});

export const getRegister = endpoint({
  method: 'GET',
  path: '/register',
  summary:
    'What the page of municipalities and members is made of: kinds, areas, regions, size classes, groups, totals and the reader’s own place.',
  params: none,
  body: none,
  response: z.object({
    kinds: z.array(named.extend({ isMunicipality: z.boolean() })),
    areas: z.array(named),
    /** Of the country; those in which no organisation lies are left out. */
    regions: z.array(named),
    sizeClasses: z.array(sizeClass),
    groups: z.array(named),
    /** Organisations that are in, those of them that are municipalities, and people. */
    totals: z.object({ organisations: z.number().int(), municipalities: z.number().int(), people: z.number().int() }),
    own: z.object({
      member: memberId,
      organisation: organisationName.optional(),
      /** Waits for a coordinator's confirmation. */
      claims: organisationName.optional(),
      representsNobody: z.boolean(),
      /** Whom their address suggests, when nothing is known yet. */
      suggestion: z.object({ represent: representation, name: z.string() }).optional(),
      /** How many colleagues they may still recommend today. */
      recommendationsLeft: z.number().int(),
    }),
    /** Present for coordinators only. */
    desk: z
      .object({
        rules: rulesDraft,
        /** All regions of the country, for areas and organisations. */
        regions: z.array(named),
        /** Ids of kinds that organisations use and that can't be removed. */
        usedKinds: z.array(z.string()),
        /** How much waits for them. */
        claims: z.number().int(),
        missing: z.number().int(),
        unassigned: z.number().int(),
        doubles: z.number().int(),
        mergers: z.number().int(),
        /** False: no letters leave, invitations neither. */
        mailIsConfigured: z.boolean(),
      })
      .optional(),
  }),
});

export const changeRegisterRules = endpoint({
  method: 'PUT',
  path: '/register/rules',
  summary: 'Sets the network’s own kinds of organisation, areas, size classes, and who votes.',
  params: none,
  body: rulesDraft,
  response: rulesDraft,
});

// ── Organisations ──────────────────────────────────────────────────────────────────────────────

export const organisationRow = z.object({
  id: organisationId,
  /** In the reader's language; `names` has them all. */
  name: z.string(),
  names,
  kind: z.string(),
  isMunicipality: z.boolean(),
  region: named.optional(),
  /** Areas of the network that it lies in. */
  areas: z.array(named),
  inhabitants: z.number().int().optional(),
  /** People who represent it now. */
  people: z.number().int(),
  contacts: z.array(memberName),
  /** For coordinators only. */
  membership: membership.optional(),
  /** For coordinators only, since others are shown no else: it counts as one that is in the network. */
  isIn: z.boolean().optional(),
});
export type OrganisationRow = z.infer<typeof organisationRow>;

/** How many of what is found have each value, whatever this filter itself says; values that none has are left out. */
const counts = z.record(z.string(), z.number().int());
export const organisationFacets = z.object({
  area: counts,
  region: counts,
  size: counts,
  kind: counts,
  /** For coordinators only. */
  membership: counts.optional(),
});
export const memberFacets = organisationFacets.extend({ group: counts, isContact: counts });

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/organisations',
  summary: 'Organisations of the network by name: for members those that are in, for coordinators all.',
  params: organisationFilter.extend({ after }),
  body: none,
  response: z.object({
    organisations: z.array(organisationRow).max(LIST_PAGE),
    total: z.number().int(),
    facets: organisationFacets,
    /** Give it back as `after`. */
    next: z.string().optional(),
  }),
});

/** A person as the reader may see them. Address, phone and topics are there when they agreed, or for coordinators. */
export const memberRow = z.object({
  id: memberId,
  name: z.string(),
  organisation: organisationName.optional(),
  title: z.string().optional(),
  isContact: z.boolean(),
  email: z.string().optional(),
  phone: z.string().optional(),
  topics: z.array(z.string()).optional(),
  /** For coordinators only. */
  desk: z
    .object({
      state: z.enum(['current', 'invited', 'left']),
      hasTeams: z.boolean(),
      isGuest: z.boolean(),
      isListed: z.boolean(),
      emailFailedAt: instant.optional(),
      claims: organisationName.optional(),
      representsNobody: z.boolean(),
      joinedAt: instant.optional(),
      leftAt: instant.optional(),
    })
    .optional(),
});
export type MemberRow = z.infer<typeof memberRow>;

export const organisationView = organisationRow.extend({
  members: z.array(memberRow),
  /** For coordinators only. */
  desk: z
    .object({
      code: z.string().optional(),
      domains: z.array(z.string()),
      since: instant.optional(),
      delegate: memberName.optional(),
      substitute: memberName.optional(),
      /** It became part of this one. */
      mergedInto: organisationName.optional(),
      /** What became part of it. */
      mergedHere: z.array(organisationName),
      /** Nobody and nothing refers to it. */
      mayRemove: z.boolean(),
    })
    .optional(),
});
export type OrganisationView = z.infer<typeof organisationView>;

export const getOrganisation = endpoint({
  method: 'GET',
  path: '/organisations/{organisation}',
  summary: 'One organisation and its people, as the reader may see them.',
  params: oneOrganisation,
  body: none,
  response: organisationView,
});

export const searchMunicipalities = endpoint({
  method: 'GET',
  path: '/municipalities',
  summary: 'Municipalities of the network’s country for what is typed, best first; nothing typed: all of them.',
  params: z.object({ text: z.string().max(100).optional() }),
  body: none,
  response: z.object({
    /** When the list is true from. */
    since: z.string(),
    municipalities: z.array(
      z.object({
        code: z.string(),
        organisation: organisationId,
        name: z.string(),
        names,
        region: z.string(),
        isInRegister: z.boolean(),
      }),
    ),
  }),
});

export const addMunicipalities = endpoint({
  method: 'POST',
  path: '/organisations/municipalities',
  summary:
    'Takes municipalities of the country into the register by their codes. Those that are in it stay as they are.',
  params: none,
  body: z.object({ codes: z.array(z.string().max(20)).min(1).max(1000) }),
  response: z.object({ added: z.array(organisationName), known: z.number().int() }),
});

export const addOrganisation = endpoint({
  method: 'POST',
  path: '/organisations',
  summary: 'Takes an organisation into the register by hand. The same request id makes one.',
  params: none,
  body: z.object({ draft: organisationDraft, requestId: z.uuid() }),
  response: organisationView,
});

export const editOrganisation = endpoint({
  method: 'PUT',
  path: '/organisations/{organisation}',
  summary: 'Changes an organisation’s names, kind, region, domains, inhabitants, delegate and substitute.',
  params: oneOrganisation,
  body: organisationDraft,
  response: organisationView,
});

export const removeOrganisation = endpoint({
  method: 'DELETE',
  path: '/organisations/{organisation}',
  summary: 'Removes an organisation that nobody represents and nothing was merged into.',
  params: oneOrganisation,
  body: none,
  response: none,
});

export const listMergers = endpoint({
  method: 'GET',
  path: '/organisations/mergers',
  summary: 'Municipalities of the register that became part of another by the country’s list.',
  params: none,
  body: none,
  response: z.object({
    mergers: z.array(
      z.object({
        organisation: organisationName,
        /** What it became part of; `into` is absent while that one is not in the register. */
        into: organisationName.optional(),
        code: z.string(),
        name: z.string(),
        on: z.string(),
      }),
    ),
  }),
});

export const mergeOrganisation = endpoint({
  method: 'POST',
  path: '/organisations/{organisation}/merge',
  summary: 'Makes an organisation part of another: its people represent that one from now on. Can be undone.',
  params: oneOrganisation,
  body: z.object({ into: organisationId }),
  response: organisationView,
});

export const unmergeOrganisation = endpoint({
  method: 'POST',
  path: '/organisations/{organisation}/unmerge',
  summary: 'Undoes a merger: its people represent it again.',
  params: oneOrganisation,
  body: none,
  response: organisationView,
});

// ── Members ────────────────────────────────────────────────────────────────────────────────────

export const listMembers = endpoint({
  method: 'GET',
  path: '/members',
  summary:
    'People of the network by name. Members see those who are in; membership, address and Teams filter for coordinators alone.',
  params: memberFilter.omit({ isSilent: true }).extend({
    after,
    /** For coordinators; others get `current` whatever they ask. */
    state: z.enum(['current', 'invited', 'left']).optional(),
  }),
  body: none,
  response: z.object({
    members: z.array(memberRow).max(LIST_PAGE),
    total: z.number().int(),
    facets: memberFacets,
    next: z.string().optional(),
  }),
});

export const memberView = memberRow.extend({
  groups: z.array(named),
  /** For coordinators only. */
  detail: z
    .object({
      locale: z.enum(['fi', 'sv', 'en']).optional(),
      emailSource: addressSource.optional(),
      mail: z.partialRecord(mailTopic, z.boolean()).optional(),
      recommendedBy: memberName.optional(),
      /** Other identities of the same person, which count as one with this. */
      identities: z.array(
        z.object({ id: memberId, name: z.string(), email: z.string().optional(), hasTeams: z.boolean() }),
      ),
      /** Others who probably are the same person. */
      doubles: z.array(memberName),
      can: z.object({
        /** Name: only of people outside the team. */
        rename: z.boolean(),
        /** False of someone in the team: they are removed in Teams. */
        remove: z.boolean(),
        bringBack: z.boolean(),
      }),
    })
    .optional(),
});
export type MemberView = z.infer<typeof memberView>;

export const getMember = endpoint({
  method: 'GET',
  path: '/members/{member}',
  summary: 'One person as the reader may see them; another identity’s id leads to the person.',
  params: oneMember,
  body: none,
  response: memberView,
});

/** Someone who looks like the one that is added, and why. */
export const likeness = z.object({
  why: z.enum(['sameAddress', 'sameNameAndOrganisation']),
  member: memberName,
  state: z.enum(['current', 'invited', 'left']),
});

export const addMember = endpoint({
  method: 'POST',
  path: '/members',
  summary:
    'Adds someone without Teams. When they look like someone known, nothing is added unless `anyway` says so. The same request id adds one.',
  params: none,
  body: z.object({ draft: memberDraft, anyway: z.boolean().default(false), requestId: z.uuid() }),
  response: z.object({ member: memberView.optional(), likenesses: z.array(likeness) }),
});

export const editMember = endpoint({
  method: 'PUT',
  path: '/members/{member}',
  summary: 'Changes what a coordinator may change of a person.',
  params: oneMember,
  body: memberDraft,
  response: z.object({ member: memberView, likenesses: z.array(likeness) }),
});

export const removeMember = endpoint({
  method: 'DELETE',
  path: '/members/{member}',
  summary: 'Marks someone without Teams as having left; their votes stay.',
  params: oneMember,
  body: none,
  response: memberView,
});

export const bringMemberBack = endpoint({
  method: 'POST',
  path: '/members/{member}/return',
  summary: 'Takes someone without Teams back who has left.',
  params: oneMember,
  body: none,
  response: memberView,
});

export const searchHelp = endpoint({
  method: 'GET',
  path: '/help',
  summary:
    'Who can help with what: people who agreed to be found, by the topics they named; without words all topics with how many name each.',
  params: z.object({ text: z.string().max(200).optional() }),
  body: none,
  response: z.object({
    members: z.array(memberRow),
    topics: z.array(z.object({ topic: z.string(), people: z.number().int() })),
  }),
});

export const listDoubles = endpoint({
  method: 'GET',
  path: '/members/doubles',
  summary: 'Pairs of people who probably are one, and pairs that were merged.',
  params: none,
  body: none,
  response: z.object({
    likely: z.array(z.object({ why: likeness.shape.why, members: z.tuple([memberRow, memberRow]) })),
    merged: z.array(z.object({ member: memberRow, into: memberRow })),
  }),
});

export const mergeMember = endpoint({
  method: 'POST',
  path: '/members/{member}/merge',
  summary: 'Says that two identities are one person: they count once, under `into`. Can be undone.',
  params: oneMember,
  body: z.object({ into: memberId }),
  response: memberView,
});

export const unmergeMember = endpoint({
  method: 'POST',
  path: '/members/{member}/unmerge',
  summary: 'Undoes a merge: this identity is a person of its own again.',
  params: oneMember,
  body: none,
  response: memberView,
});

// ── Whom people represent ──────────────────────────────────────────────────────────────────────

export const represent = endpoint({
  method: 'POST',
  path: '/register/own',
  summary: 'Says whom the reader represents. Where the network wants it a coordinator confirms it.',
  params: none,
  body: representation,
  response: z.object({
    /** asked: the list lacks it, and coordinators were told. */
    outcome: z.enum(['set', 'waits', 'nobody', 'asked']),
    organisation: organisationName.optional(),
  }),
});

export const listClaims = endpoint({
  method: 'GET',
  path: '/register/claims',
  summary:
    'People whose word on whom they represent waits for a coordinator, and those who did not find theirs in the list.',
  params: none,
  body: none,
  response: z.object({
    claims: z.array(z.object({ member: memberRow, claims: organisationName })),
    missing: z.array(z.object({ member: memberRow, words: z.string(), at: instant })),
  }),
});

export const settleClaim = endpoint({
  method: 'POST',
  path: '/register/claims/{member}',
  summary: 'Confirms or declines whom someone says they represent, or settles it otherwise.',
  params: oneMember,
  body: z.object({
    settle: z.enum(['confirm', 'decline']),
    /** What the coordinator saw; when the person has said something else since, nothing is settled. */
    claims: organisationId.optional(),
    /** With confirm: another organisation than the one that was said, or the one for someone who did not find theirs. */
    organisation: organisationId.optional(),
  }),
  response: none,
});

/** People of one e-mail domain who represent nobody yet, and whom their domain suggests. */
export const domainGroup = z.object({
  /** Empty: no address is known, or it is at a public mail host. */
  domain: z.string(),
  members: z.array(memberName),
  /** Absent: unclear. */
  suggestion: z.object({ represent: representation, name: z.string() }).optional(),
});

export const listUnassigned = endpoint({
  method: 'GET',
  path: '/register/unassigned',
  summary: 'Members who represent nobody yet, grouped by e-mail domain, with what the domain suggests.',
  params: none,
  body: none,
  response: z.object({ groups: z.array(domainGroup), clear: z.number().int(), unclear: z.number().int() }),
});

export const assignMembers = endpoint({
  method: 'POST',
  path: '/register/unassigned',
  summary: 'Says whom members represent, many at once. Who has got an organisation meanwhile keeps it.',
  params: none,
  body: z.object({
    assignments: z
      .array(z.object({ members: z.array(memberId).min(1).max(5000), represent: representation }))
      .min(1)
      .max(1000),
  }),
  response: z.object({ assigned: z.number().int() }),
});

// ── Recommending a colleague ───────────────────────────────────────────────────────────────────

export const recommendColleague = endpoint({
  method: 'POST',
  path: '/recommendations',
  summary:
    'Recommends a colleague: they get an invitation by mail, unless they are in, were invited or declined within a year.',
  params: none,
  body: z.object({ draft: recommendationDraft, requestId: z.uuid() }),
  response: z.object({
    /** noMail: kept, but no letters leave from here; a coordinator sends the link. */
    outcome: z.enum(['invited', 'noMail']),
    left: z.number().int(),
  }),
});
