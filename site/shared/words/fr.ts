import type { Language } from './en.ts';
import { type CountedNoun, formatOf } from './format.ts';
import { type FrenchNouns, frenchNouns, isFeminine, nouveau } from './french-nouns.ts';
import { capital, type Nouns } from './nouns.ts';

const format = formatOf('fr-FR');
const { number, choose, many } = format;
const days = (count: number) => many(count, 'jour', 'jours');
const cases = (count: number, counted: CountedNoun) =>
  many(count, counted.singular, counted.plural);
const newCases = (count: number, counted: CountedNoun) =>
  many(
    count,
    `${nouveau(counted, false)} ${counted.singular}`,
    `${nouveau(counted, true)} ${counted.plural}`,
  );
/** `nouveaux cas`. */
const newOnes = (counted: CountedNoun) => `${nouveau(counted, true)} ${counted.plural}`;
const NewOnes = (counted: CountedNoun) => capital(newOnes(counted));
const tous = (counted: CountedNoun) => (isFeminine(counted) ? 'Toutes' : 'Tous');
/** French distances are in kilometres. */
const KILOMETERS_PER_MILE = 1.609344;

/** Every word of the site in French. */
export function french(nouns: Nouns): Language {
  return words(frenchNouns(nouns));
}

/** Answers that speak of children, where places are schools. */
const ofSchools = (n: FrenchNouns) => ({
  description: `Y a-t-il des cas à ${n.thePlace} de mon enfant ? `,
  find: `Y a-t-il des cas à ${n.thePlace} de mon enfant ?`,
  findId: 'my-school',
  heard: `${n.ThePlace} a signalé un cas, mais je n’en vois aucun. Pourquoi ?`,
  early: `${n.ThePlace} peut prévenir`,
  rate: `${n.APlace} qui compte 1 000 ${n.people} aura plus de cas qu’un${n.e} autre qui en compte 100. Le taux aide à les comparer. Mais la plupart n’ont qu’un ou deux cas, et un de plus change beaucoup un tel taux.`,
  twice: `Qui fréquente deux ${n.places} peut compter dans les deux.`,
  person: 'Un chiffre peut-il désigner un enfant ?',
  personId: 'children',
  nothingFiner: 'ni classe, ni âge, ni jour de la maladie',
});

/** The same answers where places are anything else. */
const ofPlaces = (n: FrenchNouns): ReturnType<typeof ofSchools> => ({
  description: '',
  find: `Comment trouver ${n.aPlace} ?`,
  findId: 'my-place',
  heard: 'J’ai entendu parler d’un cas, mais je n’en vois aucun. Pourquoi ?',
  early: 'La nouvelle peut arriver',
  rate: `${n.APlace} qui compte beaucoup ${n.ofPeople} aura plus de cas qu’un${n.e} autre qui en compte peu. Le taux aide à les comparer. Mais là où il n’y a qu’un ou deux cas, un de plus change beaucoup un tel taux.`,
  twice: `Qui dépend de deux ${n.places} peut compter dans les deux.`,
  person: 'Un chiffre peut-il désigner une personne ?',
  personId: 'people',
  nothingFiner: 'ni nom, ni âge, ni jour de la maladie',
});

const words = (n: FrenchNouns): Language => ({
  ...format,
  name: 'Français',
  schools: (count) => many(count, n.place, n.places),
  days,
  cases,
  newCases,
  updates: (count) => many(count, 'mise à jour', 'mises à jour'),
  corrections: (count) => many(count, 'correction', 'corrections'),
  reports: (count) => many(count, 'relevé', 'relevés'),
  notRead: 'non lu',

  nav: {
    skip: 'Aller au contenu',
    home: 'Accueil',
    schools: n.Places,
    map: 'Carte',
    cases: 'Dates',
    data: 'Données',
    about: 'Infos',
    label: 'Principal',
    languages: 'Langues',
  },
  layout: {
    lastRead: (date, district) => `Dernière lecture le ${date} de ce que publie ${district}.`,
    meaning: 'Ce que disent ces chiffres',
    feed: 'Flux RSS',
    faq: 'Questions',
    subscribe: 'Comment être informé',
    status: 'État',
    ledger: 'Le registre dans git',
  },
  banner: {
    held: (since) =>
      `Une mise à jour plus récente paraît inhabituelle. Depuis le ${since}, elle attend qu’une personne la vérifie. Les chiffres affichés sont les derniers qui ont été admis.`,
    whyHeld: 'Pourquoi une mise à jour attend',
    failing: (since, cause) =>
      `Les chiffres ${n.ofTheDistrict} ne peuvent pas être lus depuis le ${since} : ${cause}. Les chiffres affichés ont été lus avant.`,
    ended: (date) =>
      `${n.TheDistrict} a cessé de publier le ${date}. Ces chiffres sont définitifs.`,
    copy: 'Pas de connexion : voici la copie du {when}.',
    stale:
      'Cette page a été vérifiée pour la dernière fois il y a plus de 36 heures ; des chiffres plus récents peuvent donc manquer.',
  },
  causes: {
    unreachable: 'son adresse ne répond pas',
    'name-resolution': 'son adresse est introuvable',
    'timed-out': 'son adresse met trop de temps à répondre',
    truncated: 'la réponse a été coupée',
    'rate-limited': 'on nous a demandé de lire moins souvent',
    'server-error': 'son serveur signale une erreur',
    'unusual-traffic-page': 'son serveur nous prend pour un robot',
    'http-error': 'son adresse ne mène plus nulle part',
    'sign-in-page': 'le tableau n’est plus public',
    'html-page': 'une page web est arrivée à la place du tableau',
    'too-many-redirects': 'son adresse tourne en rond',
    'forbidden-address': 'son adresse n’est pas publique',
    'no-such-file': 'le fichier est absent',
    empty: 'la réponse était vide',
    'too-large': 'la réponse était trop grande',
    'not-utf8': 'le tableau a une forme que nous ne savons pas lire',
    'header-only': 'le tableau n’a pas de lignes',
    'unknown-columns': 'les colonnes du tableau ont changé',
    'too-many-columns': 'le tableau a trop de colonnes',
    'ambiguous-rows': 'le tableau peut se lire de plusieurs façons',
    'misread-rows': 'le tableau est d’une autre sorte qu’avant',
    'not-a-running-total': 'les chiffres du tableau ne sont pas des totaux cumulés',
    incomplete: 'seule une partie du tableau est arrivée',
    'ragged-csv': 'une ligne du tableau est abîmée',
    'unterminated-csv': 'le tableau a été coupé',
    'bad-json': 'la réponse a une forme que nous ne savons pas lire',
    'duplicate-schools': `${n.aPlace} figure deux fois dans le tableau`,
    'unreadable-rows': 'trop de lignes du tableau sont illisibles',
  },
  today: {
    title: 'Où est le chiffre du jour ?',
    nothingRead: 'Rien n’a encore été lu. Le premier chiffre viendra après la première lecture.',
    ended: (date) =>
      `Il n’y a pas de chiffre pour aujourd’hui : ${n.theDistrict} a cessé de publier le ${date}.`,
    held: (last) =>
      `Une mise à jour plus récente attend qu’une personne la vérifie.${last ? ` Le dernier jour admis est le ${last}.` : ''}`,
    failing: (since, last) =>
      `Les chiffres ${n.ofTheDistrict} ne peuvent pas être lus depuis le ${since}.${last ? ` Le dernier jour lu est le ${last}.` : ''}`,
    open: (date) => `Le ${date} a un chiffre. Il peut encore augmenter jusqu’à la fin de ce jour.`,
    final: (date) => `Le chiffre du ${date} est définitif : ce jour est terminé.`,
    since: (date) => `depuis le ${date}`,
    sinceBeginning: 'depuis le début de ce registre',
    unchangedSoFar: (date, since) =>
      `Lu le ${date} : rien n’a changé ${since}. Un changement peut encore arriver jusqu’à la fin de ce jour.`,
    unchanged: (date, since) => `Lu le ${date} : rien n’avait changé ${since}.`,
    noSchool: (date, since) =>
      `Le ${date} n’est pas un jour de classe ; aucun nouveau chiffre n’était donc attendu. Rien n’a changé ${since}.`,
    late: (count, since, date) =>
      `${n.TheDistrict} est en retard : rien n’a changé pendant ${days(count)}, ${since}. Dernière lecture le ${date}.`,
    unread: (date) =>
      `Le chiffre du jour n’est pas encore là. Le dernier jour de cette page est le ${date}.`,
    noSchoolToday: 'Il n’y a pas classe aujourd’hui ; aucun nouveau chiffre n’est donc attendu.',
    clocks: 'De quand date tout ceci ?',
    seeStatus: 'voir la page d’état',
  },
  correction: `Un signe moins signifie une correction : ${n.theDistrict} a retiré des cas. Nous la montrons telle quelle et ne la cachons jamais.`,
  windowEnds: (date) =>
    `Les périodes sont des jours du calendrier et se terminent le ${date}, dernier jour lu.`,
  since: (date) => `depuis le ${date}, la lecture précédente`,
  at: (where) => `dans ${where}`,
  up: (now, before) =>
    `En hausse : ${number(now)} dans les 7 derniers jours, ${number(before)} dans les 7 jours précédents`,
  down: (now, before) =>
    `En baisse : ${number(now)} dans les 7 derniers jours, ${number(before)} dans les 7 jours précédents`,
  same: (now) => `Autant que dans les 7 jours précédents : ${number(now)}`,
  unknownTrend:
    'Certains jours des deux dernières semaines n’ont pas été lus ; cette semaine n’est donc pas comparée à la précédente',

  home: {
    description: (answer, date, district, counted) =>
      `${answer}. ${date}. ${district} : ${counted.plural} par ${n.place}.`,
    noChange: 'Aucun nouveau cas depuis le début de ce registre',
    nothingRead: 'Rien n’a encore été lu',
    reportedOn: (date) => `Signalé le ${date}`,
    alsoRead: (dates) => `Lu aussi, sans changement : ${dates}`,
    week: (counted) => `${counted.plural} dans les 7 derniers jours`,
    active: (count) =>
      `sur ${many(count, n.place, n.places)} avec un changement ces 14 derniers jours`,
    all: (counted) => `${counted.plural} enregistré${isFeminine(counted) ? 'e' : ''}s au total`,
    ownTotal: (total, places) =>
      `Le total du tableau lui-même est de ${total} ; la somme des ${n.places} est de ${places}`,
    allNote: `Le compte ${n.ofTheDistrict}, y compris ce qu’il contenait au début de ce registre.`,
    changedOn: (date) => `Ce qui a changé le ${date}`,
    inUpdates: (updates) => `En ${updates} ce jour-là.`,
    now: (total) => `maintenant ${total}`,
    wholeDay: 'Ce jour en entier',
    more: (count) => `Tout ce jour, ${number(count)} de plus`,
    linesInGit: 'ses lignes dans git',
    lastUpdateOf: (count, date) =>
      `La dernière mise à jour : le numéro ${number(count)} du ${date}`,
    inUpdate: (figure, time) => `${figure}, vu à ${time}.`,
    activeSchools: `${n.Places} qui ont changé ces 14 derniers jours`,
    noneActive: `${n.NoPlace} n’a changé ces 14 derniers jours.`,
    everySchool: (count) => `Les ${many(count, n.place, n.places)}, de A à Z`,
    caption: 'Nouveaux cas des 7, 14 et 21 derniers jours, et total enregistré',
  },
  table: {
    school: n.Place,
    window: (count) => days(count),
    all: 'Total',
    newCases: 'Nouveaux cas',
    inAll: 'Au total',
    reported: 'Signalé',
    schools: n.Places,
    since: 'Depuis',
    update: 'Mise à jour',
    inGit: 'Dans git',
    covers: 'Couvre',
    weekFrom: 'Semaine du lundi',
    soFar: 'Cumul',
  },
  list: {
    title: `${n.All} les ${n.places}, de A à Z`,
    description: (count, district, counted) =>
      `${many(count, n.place, n.places)} de la liste de ${district}, avec les ${counted.plural} des 7, 14 et 21 derniers jours.`,
    bold: 'En gras : un changement ces 14 derniers jours.',
    letters: 'Lettres',
    under: (letter) => `${n.Places} en ${letter}`,
  },
  school: {
    description: (name, id, district, recent, total) =>
      `${name} (${district}) : ${recent} dans les 14 derniers jours, ${total} au total. ${n.Place} ${id}.`,
    merged: (name) =>
      `Ici ne restent que les chiffres antérieurs : tout est compté avec ${name} désormais.`,
    never: (counted) =>
      `Pour ${n.thisPlace}, il n’y a pas de ${counted.plural} depuis le début de ce registre.`,
    recent: (figure, date) =>
      `${figure} dans les 14 derniers jours. Dernier changement signalé le ${date}.`,
    lastDays: (count) => `dans les ${number(count)} derniers jours`,
    year: (name) => `dans ${n.theYear} ${name}`,
    all: 'au total',
    noFigure: 'pas encore de chiffre',
    noFigureYet: `${n.TheDistrict} n’a encore montré aucun chiffre pour ${n.thisPlace}.`,
    baseline: (count) =>
      `Le total comprend ${count} cas que ${n.theDistrict} a comptés avant le début de ce registre ou que ses jours ne montrent pas.`,
    notices: 'Avis et corrections',
    corrected: (before, after) => `Une correction : de ${before} au total à ${after}`,
    reports: 'Tous les relevés',
    none: 'Aucun depuis le début de ce registre.',
    line: 'ligne',
    lineOf: (date) => `La ligne du ${date} dans git`,
    facts: `À propos de ${n.thisPlace}`,
    id: `Identifiant ${n.ofThePlace}`,
    enrollment: n.Enrolled,
    unknown: 'inconnu',
    area: 'Secteur',
    formerly: 'Autrefois',
    sheetName: 'Dans la source',
    oneDose: `${n.People} ayant reçu une dose de vaccin`,
    fullyVaccinated: `${n.People} entièrement vaccinés`,
    ofPupils: (count, share) => `${count} (${share} des ${n.enrolled})`,
    factsNote: `Inconnu signifie que ${n.theDistrict} ne publie pas de chiffre, ou 0. Ce n’est pas un 0.`,
    rate: (figure) => `Soit ${figure} cas pour ${n.per} ${n.enrolled} dans les 14 derniers jours.`,
    smallNumbers: 'Petits nombres : un cas de plus ou de moins change beaucoup ce taux.',
    gaps: (count) =>
      `Sur les 21 derniers jours, ${number(count)} ${choose(count, 'n’a pas été lu', 'n’ont pas été lus')} : ce qui a changé alors est compris dans le chiffre du jour suivant.`,
    nearest: `Les ${n.places} les plus proches`,
    nearestNote: 'À vol d’oiseau, avec les nouveaux cas des 14 derniers jours.',
    update: (count) => `mise à jour ${number(count)}`,
    alone: `Aucun${n.e} autre ${n.place} dont la position est connue n’est dans ce registre.`,
    noPlace: `Nous ne savons pas où se trouve ${n.thisPlace}, donc pas ce qui l’entoure.`,
    distance: 'Distance',
    miles: (miles) =>
      many(Math.round(miles * KILOMETERS_PER_MILE * 10) / 10, 'kilomètre', 'kilomètres'),
    files: 'Suivre et réutiliser',
    csv: 'Ses relevés en CSV',
    json: 'Tout en JSON',
    feed: 'Son flux',
    feedTitle: (name) => `${name} : chaque changement`,
  },
  dates: {
    title: 'Par date',
    description: (district) =>
      `Toutes les dates auxquelles les chiffres de ${district} ont été lus, la plus récente d’abord.`,
    dateDescription: (figure, where, district, date) =>
      `${figure} dans ${where} (${district}), signalé le ${date}.`,
    latest: (date) => `Le plus récent : ${date}`,
    readSince: (dates) => `Lu depuis, sans changement : ${dates}.`,
    every: 'Toutes les dates lues',
    newest: (count) => `Les ${number(count)} dates lues les plus récentes`,
    archive: 'Toutes les dates, dans les archives',
    note: 'Une date est le jour où un changement a été vu pour la première fois, pas celui de la maladie. Un jour absent de la liste n’a pas été lu.',
    gap: (count) => `${days(count)} avant, non ${choose(count, 'lu', 'lus')}`,
    open: 'Ce jour n’est pas terminé : il peut s’en ajouter.',
    baseline: (total) =>
      `Le premier jour de ce registre : ce que ${n.theDistrict} montrait alors, ${total} au total, est le point de départ, et rien n’y est nouveau.`,
    unchanged: `Les chiffres ${n.ofTheDistrict} ont été lus et n’avaient pas changé.`,
    linesInGit: 'Ces lignes dans git',
    inUpdates: (updates) => `En ${updates}`,
    update: (count, time) => `Mise à jour ${number(count)}, ${time}`,
    others: 'Autres dates',
  },
  asOf: {
    title: 'Ce que disait ce site à la fin de ce jour',
    imported:
      'Ce jour est antérieur à ce site : ses chiffres ont été importés. Voici ce que la première page aurait montré.',
    headline: (figure, date) => `Le chiffre le plus récent alors : ${figure}, le ${date}.`,
    active: (count) =>
      `${choose(count, n.place, n.places)} avec un changement dans les 14 derniers jours`,
    until: (date) => `Il est resté ainsi jusqu’au ${date}, quand les chiffres ont été relus.`,
    note: `Ce sont des sommes des lignes du registre jusqu’à ce jour. Ce que ${n.theDistrict} a retiré plus tard compte le jour où cela s’est fait.`,
    lines: 'Ces lignes dans git',
    later: 'Noté plus tard sur ce jour',
  },
  archive: {
    title: 'Archives',
    description: (district) =>
      `Un calendrier de tous les jours où les chiffres de ${district} ont été lus, mois par mois.`,
    monthDescription: (figure, month, district) =>
      `${figure} (${district}), signalé en ${month} : le calendrier de ce mois.`,
    lead: (first, last, read, unread) =>
      `Du ${first} au ${last} : ${days(read)} avec lecture, ${number(unread)} sans.`,
    monthLead: (figure, read) => `${figure}, avec ${days(read)} de lecture dans le mois.`,
    year: (figure, dates) =>
      dates === 0
        ? `${figure}.`
        : `${figure}, à ${many(dates, 'date', 'dates')} avec un changement.`,
    bySchoolYear: `Par ${n.year}`,
    schoolYear: (figure, from, to) => `${figure}, du ${from} au ${to}`,
    note: 'Le mois le plus récent vient en premier. Chaque case contient le jour du mois et ses nouveaux cas, et mène à ce jour.',
    dayAndFigure: 'Le jour du mois et ses nouveaux cas',
    legend: 'Nouveaux cas :',
    withCorrection: 'avec une correction',
    gaps: 'Jours non lus',
    gapsNote:
      'Nous ne savons pas ce qui a changé ces jours-là : c’est compris dans le chiffre du jour lu suivant. Ce ne sont pas des zéros.',
    gapList: (count) => many(count, 'lacune', 'lacunes'),
    gap: (from, to, count) => `du ${from} au ${to} (${days(count)})`,
    corrections: 'Corrections',
    others: 'Autres mois',
  },
  offline: {
    title: 'Vous êtes hors connexion',
    description: (site) => `Ce que ${site} montre d’une page jamais vue, sans connexion.`,
    text: 'Il n’y a pas de connexion, et cet appareil n’a pas de copie de cette page, car vous ne l’avez jamais ouverte.',
    again: 'Réessayer',
    kept: 'Pages que vous pouvez lire maintenant',
  },
  embed: {
    description: (name, id, recent) =>
      `Une petite carte à intégrer : ${name}, ${recent} dans les 14 derniers jours. ${n.Place} ${id}.`,
    title: `Montrer ${n.thisPlace} sur votre propre page`,
    text: 'Copiez ces lignes dans votre page. La carte n’a besoin d’aucun programme et montre toujours les derniers chiffres.',
    code: 'Lignes à copier',
    frame: (name, counted) => `${NewOnes(counted)} : ${name}`,
    recent: (length) => `de plus dans les ${days(length)} passés`,
    asOf: (date) => `Au ${date}`,
  },
  card: {
    site: (counted) => `${NewOnes(counted)}, ${n.place} par ${n.place}`,
    newCases: (count, counted) =>
      choose(count, `${nouveau(counted, false)} ${counted.singular}`, newOnes(counted)),
    sinceBegan: 'depuis le début de ce registre',
    window: (count, length) => `${number(count)} dans les ${days(length)} jusque-là`,
    inAll: (total) => `${total} au total`,
    byWeek: 'Nouveaux par semaine, 12 semaines jusque-là',
    byDay: 'Nouveaux par jour, 6 semaines jusque-là',
  },
  chart: {
    perDay: 'Nouveaux cas par jour de signalement',
    perReport: 'Nouveaux cas par relevé ; une barre est aussi large que les jours qu’elle couvre',
    byWeek: 'Nouveaux cas par semaine du calendrier, du lundi au dimanche',
    cumulative: 'Nouveaux cas additionnés',
    mean: 'Moyenne sur 7 jours',
    meanMessage: (figure, date) =>
      `${figure} par jour en moyenne dans les 7 jours jusqu’au ${date}`,
    mostMessage: (figure, date) => `Le relevé le plus élevé : ${figure}, le ${date}`,
    noneMessage: (counted, since) =>
      `Pas de ${newOnes(counted)} depuis le ${since ?? 'début de ce registre'}`,
    weekToMessage: (figure, date) => `${figure} dans la semaine jusqu’au ${date}`,
    weekMessage: (figure, monday) => `${figure} dans la semaine du ${monday}`,
    weekChangeMessage: (figure, monday, change) =>
      change === 0
        ? `${figure} dans la semaine du ${monday}, autant que la semaine précédente`
        : `${figure} dans la semaine du ${monday}, ${number(Math.abs(change))} de ${change > 0 ? 'plus' : 'moins'} que la semaine précédente`,
    weeksMessage: (counted) => `${NewOnes(counted)}, semaine par semaine`,
    sumMessage: (figure, date) => `${figure} depuis le ${date}`,
    inReports: (figure, reports) => `${figure} en ${reports}`,
    fromTo: (from, to) => `du ${from} au ${to}`,
    legend: {
      gains: 'Nouveaux cas',
      several: 'Plusieurs jours signalés ensemble : leur moyenne par jour',
      partial: 'Une semaine inachevée, ou non lue jusqu’au bout : voir le tableau',
      corrections: 'Correction : cas retirés',
      mean: 'Moyenne sur 7 jours, si les 7 ont été lus',
      axis: 'Trou dans la ligne : non lu',
    },
    table: 'Tous les chiffres sous forme de tableau',
    description: (from, to, sum) =>
      `Du ${from} au ${to} : ${sum} au total. Les chiffres sont dans le tableau ci-dessous.`,
    spans: 'Période montrée',
    yearOf: (name) => `${n.Year} ${name}`,
    months: '12 mois',
    allTime: 'Tout',
    readBy: {
      report: 'Chiffres du graphique, un par un',
      week: 'Chiffres du graphique, semaine par semaine',
    },
    reading: (counted) => ({
      line: '{when} : {figure}',
      between: ' ; ',
      week: 'Dans la semaine jusqu’au {date}',
      days: 'Dans les {count} jours jusqu’au {date}',
      fromTo: 'du {from} au {to}',
      newCases: {
        one: `{count} ${nouveau(counted, false)} ${counted.singular}`,
        other: `{count} ${newOnes(counted)}`,
      },
      none: `pas de ${newOnes(counted)}`,
      correction: 'correction {figure}, cas retirés',
      mean: 'moyenne sur 7 jours : {figure}',
      unread: {
        one: 'un de ces jours n’a pas été lu',
        other: '{count} de ces jours n’ont pas été lus',
      },
      notRead: 'non lu',
      since: '{figure} depuis le {date}',
    }),
  },
  data: {
    title: 'Données',
    description: (district) =>
      `Téléchargez tous les chiffres de ${district} : tableaux CSV et JSON à des adresses fixes, le sens de chaque colonne et de chaque clé, et l’historique dans git.`,
    lead: 'Chaque chiffre dans un fichier à une adresse fixe, d’usage libre',
    asOf: (date) => `état au ${date}`,
    open: 'Ce jour n’est pas encore terminé ; il peut donc s’y ajouter quelque chose.',
    tables: 'Tableaux',
    tablesLead:
      'CSV en UTF-8 avec une ligne d’en-tête, un fait par ligne. Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe.',
    database: 'Tout le registre en un seul fichier, une base de données SQLite :',
    described:
      'Ce qui décrit les tableaux pour les programmes, avec types, clés et sources (un Data Package) :',
    columns: 'Ce que signifie chaque colonne',
    ownTable: `Les lignes de chaque ${n.place} sont dans un petit fichier, relié à sa page :`,
    api: 'JSON pour les programmes',
    apiLead:
      'Aucune clé d’accès n’est nécessaire. null veut dire inconnu, jamais 0 ; un jour absent n’a pas été lu, ce qui n’est pas 0 non plus. Chaque fichier dit jusqu’à quel jour il va et si ce jour est terminé.',
    schema: 'schéma',
    example: 'par exemple',
    keys: 'Ce que signifie chaque clé',
    original: 'Comme dans le premier site',
    originalLead:
      'Ce qui a été construit sur le premier site des écoles de Chicago continue de fonctionner.',
    promise: 'Ce qui ne change pas',
    promiseText:
      'Les adresses, les colonnes, les clés et les identifiants des articles des flux ne changent pas ; d’autres peuvent s’ajouter. Ce qui doit disparaître est d’abord annoncé ici et dans le flux des avis, au moins 14 jours à l’avance, et une nouvelle version existe alors déjà à côté.',
    changes: 'Changements annoncés',
    noChange: 'Aucun changement n’est annoncé.',
    from: (date) => `à partir du ${date}`,
    feeds: 'Flux',
    daily: 'un article pour chaque jour avec un changement, une fois terminé',
    updates: 'un article pour chaque changement, dès qu’il est vu',
    notices:
      'corrections, mises à jour retenues, jours qui n’ont pas pu être lus, changements annoncés',
    ownFeed: `chaque ${n.place} a le sien, sur sa page`,
    check: 'Vérifiez ce que vous avez téléchargé',
    checkText:
      'Le SHA-256 de chaque tableau et de chaque fichier JSON se trouve à côté. Dans un dossier aux mêmes chemins, ceci les vérifie tous :',
    source: 'D’où viennent les chiffres',
    sourceText: (district) =>
      `${district} publie un nombre croissant par ${n.place}. Nous le lisons plusieurs fois par jour et notons de combien il a augmenté, au jour où nous l’avons vu pour la première fois. Une ligne écrite n’est jamais changée.`,
    sheet: `Ce que publie ${n.theDistrict}`,
    history: 'L’historique de chaque ligne, dans git',
    licence: 'Ce que vous pouvez faire',
    termsOf: (licence) =>
      licence === undefined
        ? `Les chiffres sont des faits que publie ${n.theDistrict} ; utilisez-les comme vous voulez et nommez-en la source.`
        : `Les chiffres sont des faits que publie ${n.theDistrict} ; les tableaux sont sous la licence ${licence}. Nommez-en la source.`,
    programTerms: 'Le programme est sous licence MIT.',
    licenceLink: 'Le texte de cette licence',
    cite: 'Comment citer',
    citeProgram: 'Comment citer le programme : CITATION.cff',
    dataset: (district, site) => `${district} : cas par ${n.place}, enregistrés par ${site}`,
    citation: (district, site, address, date) =>
      `${district} : cas par ${n.place}, enregistrés par ${site}${date === '' ? '' : `, état au ${date}`}. ${address}`,
  },
  api: {
    files: {
      index: 'Ce qu’il y a, d’où cela vient et à quelles conditions',
      district: `${n.TheDistrict} : chiffres, périodes, et si une mise à jour est retenue ou si la lecture échoue`,
      latest: `Le dernier jour avec un changement : ses mises à jour, et les ${n.places} selon l’ampleur du changement`,
      schools: `${n.All} les ${n.places} avec position, périodes et total`,
      school: `${n.APlace}, avec tous ses relevés`,
      days: 'Tous les jours lus ; un jour absent n’a pas été lu',
      date: `Un jour lu : ses mises à jour, et ${n.all} les ${n.places} qui ont changé`,
    },
    keys: {
      district: `Comment s’appelle ${n.theDistrict}`,
      as_of:
        'Le dernier jour lu : périodes et totaux s’y terminent ; null avant la première lecture',
      day_is_over: 'false tant qu’il peut s’ajouter quelque chose à ce jour',
      version: 'La version de l’API ; une autre a une autre adresse',
      licence: 'Ce que vous pouvez faire des chiffres',
      source: `Ce que publie ${n.theDistrict} et que nous lisons`,
      repository: 'Où chaque ligne a son historique',
      site: 'L’adresse du site',
      files: 'Les fichiers de l’API',
      path: `Son chemin sous api/v1/, avec {id} pour ${n.aPlace} et {date} pour un jour`,
      says: 'Ce qu’il contient, en anglais',
      schema: 'L’adresse de son JSON Schema',
      feeds: 'Flux en trois formats',
      rss: 'Le flux en RSS',
      atom: 'Le flux en Atom',
      json: 'Le flux en JSON Feed',
      upcoming_changes: 'Changements annoncés de ce qui est publié, le plus proche d’abord',
      date: 'Le jour à partir duquel un changement vaut',
      text: 'La phrase telle qu’on la lit',
      schools: `Les ${n.places} par nom`,
      id: `L’identifiant permanent ${n.ofThePlace}`,
      school_id: `L’identifiant permanent ${n.ofThePlace} ; null s’il ne s’agit pas d’un${n.e} seul${n.e}`,
      name: 'Le nom actuel',
      sheet_name: 'Le nom dans la source, si name est plus long ; sinon absent',
      former_names: 'Les noms précédents',
      latitude: 'Degrés nord ; null si inconnu',
      longitude: 'Degrés est ; null si inconnu',
      enrollment: `${n.Enrolled} ; null si inconnu`,
      vaccinated_one_dose: `${n.People} ayant reçu au moins une dose ; null si inconnu`,
      vaccinated_complete: `${n.People} entièrement vaccinés ; null si inconnu`,
      new_cases: `Changement du compte cumulé, ou ses sommes par période ; négatif quand ${n.theDistrict} a retiré des cas`,
      days_7: 'Les 7 derniers jours du calendrier jusqu’à as_of',
      days_14: 'Les 14 derniers jours du calendrier jusqu’à as_of',
      days_21: 'Les 21 derniers jours du calendrier jusqu’à as_of',
      school_year: `Depuis le début de ${n.theYear} en cours ; null si les réglages n’en nomment pas`,
      total_cases: 'Le total depuis toujours, avec ce qui était compté avant le début du registre',
      no_figure_yet:
        'true tant que la source n’a montré aucun chiffre : ses cas sont alors inconnus, et non 0 ; sinon absent',
      last_change: `Le dernier jour où ${n.thisPlace} a changé ; null s’il n’y en a pas`,
      reports: `Chaque changement d’un${n.e} ${n.place} dans une mise à jour`,
      reporting_date: `Le jour où le changement a été vu pour la première fois, à l’heure ${n.ofTheDistrict} ; pas le jour de la maladie`,
      update: 'Numéro de la mise à jour dans son jour ; 0 pour l’historique importé',
      renames: 'Chaque changement de son nom',
      renamed_at: 'Quand le nouveau nom a été vu (UTC)',
      old_name: 'Le nom d’avant',
      new_name: 'Le nom depuis lors',
      links: `Où l’on parle encore ${n.ofThePlace}`,
      page: 'Sa page',
      csv: 'Ses lignes en CSV',
      time_zone: 'Le fuseau horaire IANA selon lequel les jours commencent et finissent',
      school_count: `Combien ${n.ofPlaces} il y a`,
      days_not_read:
        'Jours de chaque période qui n’ont pas été lus et n’ont donc pas de chiffre propre',
      district_total: `Le total que publie ${n.theDistrictItself}, s’il est lu ; sinon null`,
      latest_change: 'Le dernier jour avec un changement ; null s’il n’y en a pas',
      since:
        'Le jour lu avant : les chiffres comptent à partir de là ; pour les pannes, leur début',
      schools_changed: `${n.Places} ayant changé, même quand cela s’annule`,
      update_count: 'Combien de mises à jour ce jour a eues ; 0 pour l’historique importé',
      current_school_year: `${capital(n.theYear)} de as_of ; null si les réglages n’en nomment pas`,
      first_day: 'Son premier jour',
      clocks: 'Quand la source a changé pour la dernière fois, et quand elle a été consultée',
      source_changed_on: 'Le jour où la source a changé pour la dernière fois',
      source_changed_at: 'Quand cela a été vu (UTC) ; null pour l’historique importé',
      checked_at: 'La dernière vérification enregistrée (UTC)',
      held: 'Une mise à jour plus récente qui attend une personne ; null s’il n’y en a pas',
      declined: 'true si une personne l’a refusée',
      reasons: 'Pourquoi elle attend',
      guard: 'Le nom de la règle',
      failing: 'La source ne peut pas être lue ; null si elle le peut',
      cause: 'Pourquoi elle ne peut pas être lue, en un mot',
      ended_on: `Le jour où ${n.theDistrict} a cessé de publier ; null tant que cela continue`,
      latest: 'Le dernier jour avec un changement, en entier ; null s’il n’y en a pas',
      first_read_at:
        'Quand le jour a été lu pour la première fois (UTC) ; null pour l’historique importé',
      updates: 'Les mises à jour du jour, dans l’ordre',
      detected_at: 'Quand cela a été vu (UTC)',
      movers: `Le changement de chaque ${n.place} ce jour-là, le plus grand d’abord`,
      days: 'Tous les jours lus ; un jour absent n’a pas été lu, ce qui n’est pas 0',
    },
  },
  credits: {
    whom: 'Qui les chiffres concernent',
    title: 'D’où vient chaque donnée',
    cases: 'Cas',
    total: `Total publié par ${n.theDistrict}`,
    locations: `Emplacement des ${n.places}`,
    enrollment: `Nombre ${n.ofPeople}`,
    vaccination: 'Vaccination',
    outline: 'Contour de la carte',
    areas: 'Secteurs de la carte',
  },
  about: {
    title: 'À propos de ces chiffres',
    description: (district) =>
      `D’où viennent les chiffres de ${district}, ce qu’est un jour, pourquoi un chiffre peut être négatif et comment être informé.`,
    lead: `${n.TheDistrict} publie un nombre croissant par ${n.place}. Nous le lisons plusieurs fois par jour et notons de combien il a augmenté.`,
    day: 'Qu’est-ce qu’un jour ici ?',
    dayText: `Le jour où nous avons vu un changement pour la première fois, à l’heure ${n.ofTheDistrict}. Ce n’est pas le jour où quelqu’un est tombé malade ou a été testé. Un jour que nous n’avons pas pu lire n’a pas de chiffre : c’est un trou, pas un zéro, et le chiffre suivant couvre aussi les jours d’avant.`,
    negative: 'Pourquoi un chiffre est-il négatif ?',
    negativeText: `Parce que ${n.theDistrict} a retiré des cas : un cas a été saisi deux fois, ou au mauvais endroit. Nous montrons la correction au jour où elle a été faite et ne changeons jamais un jour plus ancien.`,
    all: 'Que veut dire « au total » ?',
    allText: (counted, began) =>
      `${tous(counted)} les ${counted.plural} que ${n.theDistrict} a compté${isFeminine(counted) ? 'e' : ''}s pour ${n.aPlace}, avec ce qui précède le début de ce registre${began ? ` le ${began}` : ''}.`,
    years: (list) => `${n.Years} commencent : ${list}.`,
    year: (name, date) => `${name} le ${date}`,
    held: 'Quand un chiffre attend-il une personne ?',
    heldText:
      'Une mise à jour qui paraît fausse est retenue jusqu’à ce que quelqu’un l’ait regardée. Les raisons sont :',
    told: 'Comment être informé ?',
    toldFeed: 'Abonnez-vous au',
    toldText:
      'avec n’importe quel lecteur de flux : un article pour chaque jour avec un changement, une fois le jour terminé. Nous ne gardons aucune adresse et ne posons aucun cookie.',
    notices: 'Avis',
    check: 'Puis-je vérifier un chiffre ?',
    checkText: 'Oui. Chacun mène à sa ligne dans',
    checkLedger: 'le registre dans git',
    checkMore: 'où chaque changement a sa date. Le tout en fichiers :',
  },
  faq: {
    title: 'Questions et réponses',
    description: (district) =>
      `${(n.areSchools ? ofSchools : ofPlaces)(n).description}Qu’est-ce qu’un nouveau cas, une correction, un trou ? Réponses sur les chiffres de ${district}.`,
    questions: (facts) => {
      const own = n.areSchools ? ofSchools(n) : ofPlaces(n);
      return [
        {
          id: own.findId,
          question: own.find,
          answer: [
            `Tapez son nom dans la recherche en haut de chaque page, ou choisissez-le dans la liste. Sa page dit combien de cas se sont ajoutés dans les 7, 14 et 21 derniers jours${facts.hasYears ? `, dans ${n.theYear} en cours` : ''} et au total.`,
            `Nous suivons ${facts.schools}. Si ${n.aPlace} n’est pas dans la liste, c’est qu’il n’en a jamais été question dans ce que publie ${n.theDistrict}.`,
          ],
          more: { href: 'schools/', label: `${n.All} les ${n.places}, de A à Z` },
        },
        {
          id: 'new-case',
          question: 'Qu’est-ce qu’un nouveau cas ici ?',
          answer: [
            `${n.TheDistrict} donne un seul nombre par ${n.place} : combien de ${facts.counted.plural} y ont été comptés jusqu’ici. Chaque fois que ce nombre augmente, nous notons de combien. C’est cette hausse que nous appelons nouvelle.`,
            '« Nouveau » veut donc dire nouvellement signalé. Cela ne dit pas quand quelqu’un est tombé malade ou a été testé.',
          ],
        },
        {
          id: 'letter',
          question: own.heard,
          answer: [
            `${own.early} avant que ${n.theDistrict} n’ajoute le cas à son tableau. Nous ne pouvons montrer que ce qui est dans le tableau. Il y sera peut-être demain, ou la semaine prochaine.`,
            `La dernière fois que quelque chose y a changé, c’était ${facts.lastChange ? `le ${facts.lastChange}` : 'avant le début de ce registre'}.`,
          ],
        },
        {
          id: 'negative',
          question: 'Pourquoi un chiffre est-il négatif ?',
          answer: [
            `${n.TheDistrict} a retiré un cas. Peut-être était-il compté deux fois, ou au mauvais endroit. Nous appelons cela une correction. Elle figure au jour où elle a été faite, et les jours plus anciens restent tels quels.`,
            `Jusqu’ici, ce registre compte ${facts.corrections}.`,
          ],
        },
        {
          id: 'gap',
          question: 'Pourquoi un jour n’a-t-il pas de chiffre ?',
          answer: [
            'Ce jour-là, nous n’avons pas pu lire le tableau ; nous ne savons donc pas. Nous montrons un trou, car un 0 serait une supposition. Le chiffre suivant couvre aussi les jours qui manquent, et le dit.',
            'Un jour que nous avons lu et qui n’a rien apporté de nouveau a un 0.',
          ],
        },
        {
          id: 'week',
          question: 'Est-ce que cela empire ?',
          answer: [
            `La première page compare les 7 derniers jours aux 7 jours d’avant. Le graphique montre chaque jour, et la moyenne sur 7 jours comme une ligne. Un seul jour dit peu de choses : souvent, ${n.theDistrict} ajoute plusieurs jours d’un coup.`,
          ],
          more: { href: '', label: 'Voir cette semaine' },
        },
        ...(facts.hasRates
          ? [
              {
                id: 'rate',
                question: `Que veut dire « pour ${n.per} ${n.people} » ?`,
                answer: [
                  `${own.rate} C’est pourquoi nous le signalons comme un petit nombre, et ne classons jamais les ${n.places} d’après lui.`,
                  `Là où nous ne savons pas combien ${n.ofPeople} compte ${n.aPlace}, il n’y a pas de taux.`,
                ],
              },
            ]
          : []),
        {
          id: 'all',
          question: 'Que veut dire « au total » ?',
          answer: [
            `${tous(facts.counted)} les ${facts.counted.plural} que ${n.theDistrict} a compté${isFeminine(facts.counted) ? 'e' : ''}s pour ${n.aPlace}${facts.began ? `, avec ce qui précède le début de ce registre le ${facts.began}` : ''}.`,
            `N’additionnez pas les ${n.places} pour obtenir un nombre de personnes. ${own.twice}`,
          ],
          more: { href: 'about/', label: 'À propos de ces chiffres' },
        },
        {
          id: 'held',
          question: 'Qu’est-ce qu’une mise à jour retenue ?',
          answer: [
            `Parfois le tableau paraît faux. Il en manque la moitié, ou ${n.aPlace} a cinquante nouveaux cas d’un coup. Alors nous ne publions rien avant qu’une personne ait regardé. La page le dit, et montre les derniers chiffres admis.`,
          ],
          more: { href: 'about/#held', label: 'Ce qui fait attendre une mise à jour' },
        },
        {
          id: 'old',
          question: 'De quand date ce que je vois ?',
          answer: [
            'Chaque page dit quel jour a été lu en dernier. Si une page n’a pas été vérifiée depuis 36 heures, elle le dit d’elle-même, d’après votre horloge.',
            `Il n’y a pas de nouveaux cas tous les jours. Quand la source se tait pendant ${facts.staleDays}, nous le disons aussi.`,
          ],
          more: { href: 'status/', label: 'État' },
        },
        {
          id: 'told',
          question: 'Comment être informé ?',
          answer: [
            'Par courriel, dans un lecteur de flux ou dans une messagerie. Vous ne nous donnez aucune adresse.',
          ],
          more: { href: 'subscribe/', label: 'Comment être informé' },
        },
        {
          id: 'privacy',
          question: 'Ces pages me surveillent-elles ?',
          answer: [
            `Non. Il n’y a ni cookies, ni compteurs, ni éléments d’autres sites. ${facts.hasMap ? `« Près de moi » calcule la distance dans votre propre navigateur, et votre position y reste. Votre liste ${n.ofPlaces} aussi.` : `Votre liste ${n.ofPlaces} reste dans votre propre navigateur.`}`,
          ],
        },
        {
          id: own.personId,
          question: own.person,
          answer: [
            `Nous montrons ce que ${n.theDistrictItself} publie pour tout le monde, et rien de plus fin : ${own.nothingFiner}. Nous ne le croisons avec rien qui puisse désigner une personne.`,
          ],
        },
        {
          id: 'use',
          question: 'Puis-je utiliser les chiffres ?',
          answer: [
            'Oui. Ce sont des faits. Chaque tableau est un fichier dont l’adresse reste, et chaque chiffre mène à sa ligne dans le registre.',
          ],
          more: { href: 'data/', label: 'Données' },
        },
        {
          id: 'wrong',
          question: 'Un chiffre est faux. Que puis-je faire ?',
          answer: [
            `Si le tableau publié est faux (${facts.district}), il ne peut être corrigé qu’à la source ; nous montrons ensuite la correction. Si nous l’avons mal lu, dites-le-nous.`,
          ],
          more: { href: `${facts.repository}/issues`, label: 'Nous le dire' },
        },
        {
          id: 'who',
          question: 'Qui fait ceci ?',
          answer: [
            `Ce n’est pas ${facts.district}. Un programme lit ce que publie ${n.theDistrict}, et chacun peut voir comment il fonctionne. Si la publication s’arrête, les derniers chiffres restent ici et disent qu’ils sont les derniers.`,
          ],
          more: { href: facts.repository, label: 'Le programme et le registre' },
        },
      ];
    },
  },
  subscribe: {
    title: 'Comment être informé',
    description: (district, counted) =>
      `Soyez au courant des ${newOnes(counted)} (${district}) par courriel, dans un lecteur de flux ou dans une messagerie, sans donner d’adresse à personne ici.`,
    lead: 'Inutile de regarder ici chaque jour : les nouvelles peuvent venir à vous. Rien sur cette page ne vous demande d’adresse, et aucune ne passe jamais par ce site.',
    follow: 'Que suivre',
    followText:
      'Chaque sorte de nouvelles a une adresse. Copiez celle que vous voulez ; la suite de la page dit quoi en faire.',
    school: `Pour un${n.e} seul${n.e} ${n.place}`,
    schoolText: `Chaque ${n.place} a son propre flux. Son adresse est sur la page ${n.ofThePlace}, à la fin.`,
    ofSchool: `Un article pour chaque mise à jour qui change le chiffre de ${n.thisPlace}, dès qu’elle est vue.`,
    allAgain: `Revenir à ${n.all} les ${n.places}`,
    language: 'Langue des nouvelles',
    copy: 'Copier',
    otherFormats: 'La même chose en',
    words: {
      address: 'Adresse de « {name} »',
      copied: 'Copié.',
      byHand: 'Sélectionné : copiez avec Ctrl+C, ⌘C ou un appui long.',
      unknown: `${n.NoPlace} n’a le numéro {id}.`,
      failed: `La fréquence des nouvelles de ${n.thisPlace} n’a pas pu être chargée. L’adresse est la bonne.`,
      often: {
        none: 'Rien n’est arrivé pendant {span}.',
        some: {
          one: 'Un article est arrivé pendant {span}.',
          other: '{count} articles sont arrivés pendant {span}.',
        },
        weekly: {
          one: 'Environ un article par semaine : {total} pendant {span}.',
          other: 'Environ {count} articles par semaine : {total} pendant {span}.',
        },
      },
    },
    span: (count, last) =>
      count % 7 === 0
        ? `${choose(count / 7, 'la', 'les')} ${many(count / 7, 'semaine', 'semaines')} jusqu’au ${last}`
        : `${choose(count, 'le', 'les')} ${days(count)} jusqu’au ${last}`,
    ways: 'Comment cela vous parvient',
    reader: 'Dans un lecteur de flux',
    readerText:
      'Un lecteur de flux est une application ou un site qui cherche les nouvelles aux adresses que vous lui donnez et vous montre ce que vous n’avez pas lu. Ajoutez au vôtre une adresse donnée plus haut.',
    allFeeds: 'Tous les flux en une liste (OPML), que les lecteurs savent importer',
    mail: 'Par courriel',
    mailText: `GitHub vous envoie un courriel pour chaque jour avec un changement, pour ${n.all} les ${n.places} ensemble, une fois ce jour terminé. Il vous y faut un compte, qui est gratuit.`,
    mailSteps: {
      open: 'Connectez-vous à GitHub et ouvrez cette page :',
      after: [
        'Appuyez sur « Watch », en haut.',
        'Choisissez « Custom », cochez « Releases » et appuyez sur « Apply ».',
      ],
    },
    mailStop:
      'Pour arrêter, appuyez à nouveau sur « Watch » et choisissez « Participating and @mentions ».',
    mailFeed: `Pour un${n.e} seul${n.e} ${n.place}, ou sans compte là-bas : certains services transforment un flux en courriel. Cherchez « RSS vers courriel » sur le web et donnez à l’un d’eux une adresse donnée plus haut. Il vous demandera votre adresse de courriel ; lisez donc d’abord ses conditions : nous n’avons aucun service de ce genre et n’en avons essayé aucun.`,
    phone: 'Sur un téléphone',
    phoneText:
      'La plupart des lecteurs de flux sont aussi des applications, et certains peuvent vous avertir. Installez-en une, ajoutez une adresse donnée plus haut et autorisez les notifications.',
    posted: 'Les nouvelles paraissent aussi ici, dans les mots de ce site :',
    feeds: {
      daily: (counted) => `${NewOnes(counted)} par jour`,
      updates: (counted) => `${NewOnes(counted)}, chaque mise à jour`,
      notices: () => 'Corrections et avis',
    },
    says: {
      daily:
        'Pour la plupart : un article pour chaque jour avec un changement. Il vient quand le jour est terminé et peut donc avoir un jour de retard, mais ce qu’il dit ne changera plus.',
      updates: 'Pour les impatients : un article pour chaque changement, dès qu’il est vu.',
      notices:
        'Corrections, mises à jour qui attendent une personne, jours qui n’ont pas pu être lus et changements de ce qui est compté.',
    },
    chat: 'Dans une messagerie',
    chatText:
      'Slack, Microsoft Teams, Discord et d’autres peuvent suivre un flux, certains avec l’application d’un tiers. Cherchez « RSS » parmi leurs applications et donnez-lui une adresse donnée plus haut.',
    promise: 'Ce que nous promettons',
    promiseText:
      'Un article ne change jamais une fois paru. Quand un chiffre doit être rectifié, un nouvel article le dit. Les adresses des flux restent.',
  },
  status: {
    title: 'État',
    description: (district) =>
      `De quand datent les chiffres de ${district} : dernier changement, dernière vérification, dernière construction, et ce qui ne va pas, le cas échéant.`,
    well: 'Tout fonctionne.',
    ended: `${n.TheDistrict} a cessé de publier. Plus rien n’est lu.`,
    troubled: 'Quelque chose demande attention :',
    clocks: 'Trois horloges',
    changed: `Dernier changement des chiffres ${n.ofTheDistrict}`,
    checked: 'Dernière vérification enregistrée',
    built: 'Construction de ces pages',
    never: 'pas encore',
    onDay: (date) => `le ${date}`,
    at: (date, time) => `${date}, ${time}`,
    fromCommit: 'à partir de la révision',
    byVersion: (version) => `La version du programme est ${version}.`,
    checkNote:
      'Les chiffres sont lus plusieurs fois par jour. Une lecture est enregistrée si c’est la première d’un jour ou si elle apporte du nouveau.',
    days: 'Les deux dernières semaines',
    day: 'Jour',
    read: 'Première lecture',
    found: 'Nouveaux cas',
    notRead: 'non lu',
    imported: 'de l’historique antérieur',
    cadence: 'À quelle fréquence nous lisons',
    cadenceOver: (span, reads) =>
      `Mesuré sur les derniers ${span}, pendant lesquels la source a été lue ${reads} fois. Le service qui lance notre programme est souvent en retard ; nous mesurons donc au lieu de promettre.`,
    notMeasured: 'Pas encore mesuré : cela commence après la deuxième lecture.',
    betweenReads: 'Temps entre deux lectures',
    asked: 'Prévu',
    measured: 'Mesuré',
    median: 'La moitié du temps, au plus',
    p95: '95 fois sur 100, au plus',
    longest: 'Le plus long',
    record: 'Le registre',
    began: 'Début',
    daysRead: 'Jours lus',
    daysMissed: 'Jours entre-deux non lus',
    updates: 'Mises à jour',
    corrections: 'Lignes qui sont des corrections',
    total: 'Enregistrés au total',
    held: 'Une mise à jour attend une personne',
    heldSince: (reason, since) => `${reason}, depuis le ${since}`,
    failing: 'Les chiffres ne peuvent pas être lus',
    failingSince: (cause, since) => `Depuis le ${since}. Cause : ${cause}.`,
    silent: (span) => `Les chiffres ${n.ofTheDistrict} n’ont pas changé depuis ${span}`,
    look: 'Regarder en coulisses',
    runs: 'Chaque exécution du programme',
    issues: 'Alarmes et questions',
    stamp: 'Le cachet de cette construction',
  },
  moved: {
    title: (path) => `Déplacé : ${path}`,
    description: (path, site) => `Où trouver l’ancien ${path} dans ${site}.`,
    heading: 'Cette page a été déplacée',
    go: 'Aller à son nouvel emplacement',
    school: `Chaque ${n.place} a désormais sa propre page.`,
    toSchools: `À trouver dans la liste ${n.ofPlaces}`,
  },
  notFound: {
    title: 'Page introuvable',
    description: (site) => `Cette page n’existe pas dans ${site}.`,
    text: 'Il n’y a rien à cette adresse. Essayez l’une de celles-ci :',
  },
  find: {
    search: {
      label: `Chercher ${n.aPlace}`,
      button: 'Chercher',
      words: {
        options: `${n.Places} trouvé${n.e}s`,
        found: {
          one: `{count} ${n.place} trouvé${n.e}`,
          other: `{count} ${n.places} trouvé${n.e}s`,
        },
        more: {
          one: `{count} ${n.place} trouvé${n.e} ; Entrée pour l’afficher`,
          other: `{count} ${n.places} trouvé${n.e}s ; Entrée pour ${n.all} les afficher`,
        },
        none: `${n.NoPlace} ne porte un nom semblable`,
        recent: { one: '{count} nouveau en 14 jours', other: '{count} nouveaux en 14 jours' },
        formerly: 'autrefois {name}',
        failed: 'Les noms n’ont pas pu être chargés. Entrée mène à la liste de A à Z.',
      },
    },
    list: {
      words: {
        title: `${n.Places} semblables à « {query} »`,
        found: {
          one: `{count} ${n.place} trouvé${n.e}.`,
          other: `{count} ${n.places} trouvé${n.e}s.`,
        },
        none: `${n.NoPlace} ne porte un nom semblable. La liste ci-dessous est complète.`,
        all: `Afficher ${n.all} les ${n.places}`,
      },
    },
    near: {
      button: `${n.Places} près de moi`,
      privacy:
        'Calculé sur cet appareil : l’endroit où vous êtes n’est envoyé à personne ni conservé nulle part.',
      words: {
        columns: [n.Place, 'Distance', '14 jours'],
        looking: 'On demande à cet appareil où il se trouve …',
        found: {
          one: `Au plus près : {name}.`,
          other: `Les {count} ${n.places} les plus proches ; au plus près : {name}.`,
        },
        far: 'Tout est loin de l’endroit où vous semblez être.',
        distance: '{kilometers} km',
        denied:
          'Ce navigateur n’a pas le droit de dire où vous êtes. Vous pouvez l’y autoriser dans ses réglages pour ce site, ou chercher par nom.',
        unavailable: 'Cet appareil ne sait pas où il se trouve. Cherchez plutôt par nom.',
        late: 'Cet appareil a mis trop de temps à dire où il se trouve. Réessayez, ou cherchez par nom.',
        unable: 'Ce navigateur ne peut pas dire où il se trouve. Cherchez plutôt par nom.',
        noPlaces: `Nous ne savons pas où se trouvent les ${n.places} de ${n.thisDistrict}.`,
        failed: `La liste ${n.ofPlaces} n’a pas pu être chargée. Veuillez réessayer.`,
      },
    },
    mine: {
      title: `Mes ${n.places}`,
      empty: `La liste est vide. « Suivre ici », sur la page d’un${n.e} ${n.place}, l’ajoute à cette liste, que seul ce navigateur retient.`,
      follow: 'Suivre ici',
      followWords: {
        kept: `Figure maintenant dans « Mes ${n.places} » sur la première page. Seul ce navigateur le retient.`,
        forgotten: `Ne figure plus dans « Mes ${n.places} ».`,
        closed: 'Ce navigateur ne laisse pas la page retenir quoi que ce soit.',
      },
      words: {
        title: `Mes ${n.places}`,
        columns: [n.Place, '7 jours', '14 jours', 'Total', ''],
        forget: 'Oublier {name}',
        forgetAll: 'Tout oublier',
        compare: 'Comparer',
        feeds: 'Leurs flux dans un fichier pour lecteurs de flux (OPML)',
        file: `mes-${n.places.replaceAll(' ', '-')}.opml`,
        failed: `Les chiffres de vos ${n.places} n’ont pas pu être chargés. Veuillez recharger la page.`,
      },
    },
    compare: {
      title: `Comparer des ${n.places}`,
      description: (district, counted) =>
        `Jusqu’à quatre ${n.places} (${district}) côte à côte : ${newOnes(counted)} par jour et par période.`,
      lead: `Jusqu’à quatre ${n.places} côte à côte. L’adresse de cette page dit lesquel${n.e === 'e' ? 'le' : ''}s ; vous pouvez donc l’envoyer.`,
      withOthers: `Comparer avec d’autres ${n.places}`,
      add: `Ajouter ${n.aPlace}`,
      noScript: `Sans JavaScript, cette page ne peut pas réunir plusieurs ${n.places}. Les périodes sont côte à côte ici :`,
      words: {
        none: `${n.NoPlace} n’est encore choisi${n.e}.`,
        comparing: {
          one: `Il y en a un${n.e} ; ajoutez-en un${n.e} autre.`,
          other: `Comparaison de {count} ${n.places}.`,
        },
        unknown: `${n.NoPlace} n’a l’identifiant {id}.`,
        full: `Quatre est le maximum ; retirez-en un${n.e} pour en ajouter un${n.e} autre.`,
        remove: 'Retirer {name}',
        chosen: `${n.Places} choisi${n.e}s`,
        failed: 'Les chiffres n’ont pas pu être chargés. Veuillez recharger la page.',
        table: 'Nouveaux cas par période',
        columns: [n.Place, '7 jours', '14 jours', '21 jours', n.Year, 'Total', `Pour ${n.per}*`],
        asOf: 'Les périodes sont des jours du calendrier et se terminent le {date}, dernier jour lu.',
        smallNumbers: `* Nouveaux cas des 14 derniers jours pour ${n.per} ${n.enrolled}. Ce sont de petits nombres : un cas de plus ou de moins change beaucoup le taux.`,
        unknownRate: 'inconnu',
        noFigure: 'Pas encore de chiffre.',
        charts: 'Nouveaux cas par jour de signalement',
        oneScale:
          'Tous les graphiques ont la même échelle. Un trou dans la ligne, ce sont des jours non lus ; une barre pâle au-dessus est aussi haute que leur moyenne. Les barres hachurées sous la ligne sont des corrections.',
        chart:
          '{name}, du {from} au {to} : {sum} nouveaux cas au total, {most} au plus en un relevé.',
      },
    },
  },
  map: {
    title: 'Carte',
    heading: 'Sur la carte',
    description: (district, counted) =>
      `Les ${n.places} sur une carte (${district}) selon leurs ${newOnes(counted)} : les 7, 14 ou 21 derniers jours, ${n.theYear}, ou le total. Réglez vos propres classes et partagez ce que vous voyez.`,
    label: (schools) => `Carte avec ${schools}. Le tableau ci-dessous donne les mêmes chiffres.`,
    skip: 'Passer la carte : le tableau donne les mêmes chiffres',
    legend: 'Ce que signifient les points',
    dots: n.Places,
    placeless: (schools) =>
      `Ne figurent pas sur la carte, car nous ne connaissons pas leur position : ${schools}`,
    readingHint:
      'Touchez un point, ou à côté, pour le lire. Pour agrandir, écartez deux doigts ou appuyez sur +.',
    toMap: 'Ouvrir la grande carte',
    controls: 'Ce que montre la carte',
    measure: 'Montrer',
    window: 'Période',
    windows: { year: n.Year, all: 'Total' },
    measures: {
      count: 'Nouveaux cas',
      rate: `Pour ${n.per} ${n.people}`,
      'one-dose': 'Une dose de vaccin',
      vaccinated: 'Vaccination complète',
    },
    own: 'Vos propres classes',
    thresholds: 'Les classes commencent à',
    thresholdsHint: 'Un à cinq nombres, chacun plus grand que le précédent',
    apply: 'Appliquer',
    reset: 'Réinitialiser',
    link: 'L’adresse de cette page contient ce que vous choisissez ; vous pouvez donc la partager.',
    noScript:
      'Avec JavaScript, vous pourriez changer ce que montre la carte. Le tableau donne tous les chiffres.',
    smallNumbers:
      'Petits nombres : là où il y a peu de monde, un seul cas donne un taux élevé. Regardez d’abord le nombre.',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    whole: n.AllTheDistrict,
    streets: 'Montrer les rues',
    streetsNote: (host) =>
      `Le plan des rues vient de ${host}. Ce site verra votre adresse internet et la zone que vous regardez. Rien ne lui est demandé avant que vous n’appuyiez ici.`,
    table: 'La même chose en tableau',
    oneDose: 'Une dose',
    vaccinated: 'Vaccination complète',
    words: {
      unknown: 'inconnu',
      correction: 'moins de 0 : cas retirés',
      none: 'aucun',
      under: 'moins de {n}',
      range: 'de {from} à moins de {to}',
      between: '{from}–{to}',
      more: '{n} ou plus',
      measures: {
        count: 'Nouveaux cas',
        rate: `Nouveaux cas pour ${n.per} ${n.people}`,
        'one-dose': `${n.People} ayant reçu au moins une dose de vaccin`,
        vaccinated: `${n.People} entièrement vaccinés`,
      },
      windows: {
        '7': 'dans les 7 derniers jours',
        '14': 'dans les 14 derniers jours',
        '21': 'dans les 21 derniers jours',
        year: `dans ${n.theYear}`,
      },
      allCases: 'Tous les cas enregistrés',
      allRate: `Tous les cas enregistrés pour ${n.per} ${n.people}`,
      rateColumn: `Pour ${n.per} ${n.people}, {window} (petits nombres)`,
      mapName:
        'Les flèches la déplacent une fois agrandie, plus et moins changent l’échelle, 0 la montre en entier.',
      inPart: `Le tableau montre {n} ${n.places} sur {of} : ce que contient cette partie de la carte.`,
      refused:
        '« {value} » ne convient pas pour {name} ; la carte montre ce qu’elle montre d’abord.',
      refusedThresholds:
        '« {value} » ne convient pas. Écrivez un à cinq nombres supérieurs à 0, chacun plus grand que le précédent, et entiers pour les cas.',
      failed:
        'Les chiffres n’ont pas pu être chargés. Y a-t-il une connexion ? Le tableau les donne tous.',
    },
  },
  dictionary: {
    'data/cases.csv': {
      says: `Le changement d’un${n.e} ${n.place} dans une mise à jour, un par ligne`,
      columns: {
        reporting_date: `Le jour où le changement a été vu pour la première fois, à l’heure ${n.ofTheDistrict} ; pas le jour de la maladie`,
        update: 'Numéro de la mise à jour dans ce jour ; 0 pour l’historique importé',
        school_id: `L’identifiant permanent ${n.ofThePlace}`,
        new_cases: `Changement du compte cumulé ; négatif quand ${n.theDistrict} a retiré des cas`,
        total_cases: `Le total ${n.ofThePlace} après cette mise à jour`,
      },
    },
    'data/days.csv': {
      says: 'Un jour où la source a été lue ; un jour sans ligne n’a pas été lu',
      columns: {
        reporting_date: `Le jour, à l’heure ${n.ofTheDistrict}`,
        first_read_at:
          'Quand il a été lu pour la première fois (UTC) ; vide pour l’historique importé',
        new_cases: `Nouveaux cas ${n.ofTheDistrict} ce jour-là`,
        total_cases: `Le total ${n.ofTheDistrict} à la fin du jour`,
        schools_changed: `${n.Places} ayant changé ce jour-là, même quand cela s’annule`,
        district_total: `Le total que publie ${n.theDistrictItself}, s’il est lu ; sinon vide`,
      },
    },
    'data/schools.csv': {
      says: `${n.APlace} par ligne`,
      columns: {
        school_id: `L’identifiant permanent ${n.ofThePlace}`,
        name: 'Le nom actuel',
        latitude: 'Degrés nord ; vide si inconnu',
        longitude: 'Degrés est ; vide si inconnu',
        enrollment: `${n.Enrolled} ; vide si inconnu`,
        vaccinated_one_dose: `${n.People} ayant reçu au moins une dose ; vide si inconnu`,
        vaccinated_complete: `${n.People} entièrement vaccinés ; vide si inconnu`,
        baseline_cases: 'Ce que son total contient en plus de ses lignes',
        aliases:
          'Noms précédents, séparés par des points-virgules ; id:… pour un identifiant appris plus tard, label:… pour un nom plus long, into:… pour le nom sous lequel ses cas sont comptés',
      },
    },
    'data/updates.csv': {
      says: 'Un changement détecté de la source ; les jours importés n’en ont pas',
      columns: {
        reporting_date: `Le jour, à l’heure ${n.ofTheDistrict}`,
        update: 'Son numéro dans ce jour',
        detected_at: 'Quand il a été vu (UTC)',
        new_cases: `Nouveaux cas ${n.ofTheDistrict} dans cette mise à jour`,
        schools_changed: `${n.Places} dont le compte a changé`,
        restarts: 'Remises à zéro du compteur déclarées jusque-là',
        source_sha256: 'SHA-256 de ce que la source a envoyé',
      },
    },
    'data/renames.csv': {
      says: `Un changement du nom d’un${n.e} ${n.place}, un par ligne`,
      columns: {
        renamed_at: 'Quand le nouveau nom a été vu (UTC)',
        school_id: `L’identifiant permanent ${n.ofThePlace}`,
        old_name: 'Le nom d’avant',
        new_name: 'Le nom depuis lors',
      },
    },
    'data/notices.csv': {
      says: 'Ce qu’il faut savoir en plus des nouveaux cas, un par ligne',
      columns: {
        noticed_at: 'Quand cela a été noté (UTC)',
        kind: 'held, released, accepted, restart, outage, correction ou definition (un changement de ce qui est publié)',
        reporting_date: 'Le jour concerné ; pour un changement, le jour à partir duquel il vaut',
        school_id: `${n.ThePlace} dont il s’agit ; vide s’il ne s’agit pas d’un${n.e} seul${n.e}`,
        text: 'La phrase telle qu’on la lit ; vide pour la phrase habituelle. Avec “district_total - places”, cette différence avant et maintenant',
      },
    },
    'data/allCpsCovidData.csv': {
      says: `Le tableau large du site d’origine : une ligne par ${n.place}, une colonne par jour`,
      columns: {
        School: 'Le nom actuel',
        Latitude: 'Degrés nord',
        Longitude: 'Degrés est',
        CPS_School_ID: `L’identifiant permanent ${n.ofThePlace}`,
        '7Total': 'Nouveaux cas des 7 derniers jours du calendrier jusqu’à la dernière colonne',
        '14Total': 'De même pour 14 jours',
        '21Total': 'De même pour 21 jours',
        gTotal: 'Total depuis toujours',
        preSY2122: `Total avant ${n.theYear} en cours`,
        YYYYMMDD: 'Nouveaux cas de ce jour ; une colonne pour chaque jour lu',
      },
    },
    'data/allCpsCovidData2022.csv': {
      says: 'Le même tableau dans la dernière forme du site d’origine, de 2022',
      columns: {
        School: 'Le nom actuel',
        Latitude: 'Degrés nord',
        Longitude: 'Degrés est',
        CPS_School_ID: `L’identifiant permanent ${n.ofThePlace}`,
        Student_Count: `Nombre ${n.ofPeople} ; vide = inconnu`,
        Vax_First_Dose: 'Avec au moins une dose ; vide = inconnu',
        Vax_Complete: 'Entièrement vaccinés ; vide = inconnu',
        '7Total': 'Nouveaux cas des 7 derniers jours du calendrier jusqu’à la dernière colonne',
        '14Total': 'De même pour 14 jours',
        '21Total': 'De même pour 21 jours',
        gTotal: 'Total depuis toujours',
        preSY2122:
          'Total avant l’année scolaire 2021–22 ; vide si les réglages ne nomment pas une telle année',
        SY2122: 'Cas de l’année scolaire 2021–22',
        Summer_22: 'Cas entre son dernier jour de classe et l’année scolaire suivante',
        YYYYMMDD: 'Nouveaux cas de ce jour ; une colonne pour chaque jour lu',
      },
    },
    'data/newFormatTest.csv': {
      says: `Le même tableau tourné : une colonne par ${n.place}`,
      columns: { School: 'Les noms des colonnes ci-dessus' },
    },
    'data/CPStotals.csv': {
      says: `Les jours ${n.ofTheDistrict} dans le format du site d’origine`,
      columns: {
        date: 'Le jour, sous la forme YYYYMMDD',
        daily: 'Nouveaux cas ce jour-là',
        running: 'Somme de daily, sans ce qui était compté avant le début du registre',
        '7DaySum': 'Nouveaux cas des 7 derniers jours du calendrier',
        '7DayAvg': 'Leur moyenne par jour',
        '14DaySum': 'Nouveaux cas des 14 derniers jours du calendrier',
        '14DayAvg': 'Leur moyenne par jour',
      },
    },
  },
  guards: {
    restart:
      'La source montre moins de la moitié de ce qui est enregistré : peut-être compte-t-elle à nouveau depuis zéro',
    'false-restart':
      'Une remise à zéro du compteur est déclarée, mais la source continue comme avant',
    'district-fall': `Le total ${n.ofTheDistrict} baisse de plus de quelques cas`,
    'school-fall': `Le total d’un${n.e} ${n.place} baisse de plus de quelques cas`,
    'many-falls': `Les totaux de beaucoup ${n.ofPlaces} baissent à la fois`,
    disappearances: `Des ${n.places} avec des cas manquent dans un tableau qui les énumère ${n.all}`,
    unreported: `Des ${n.places} avec des cas sont sans chiffre`,
    strangers: `Plusieurs ${n.places} apparaissent pour la première fois`,
    namesakes: `Un identifiant inconnu porte le nom d’un${n.e} ${n.place} que nous ne connaissons que par son nom`,
    'possible-rename': `Il manque ${n.aPlace}, et un${n.e} autre, inconnu${n.e}, lui ressemble par le nom ou le nombre : changement de nom, division ou réunion ?`,
    renames: `Plusieurs ${n.places} changent de nom à la fois`,
    'district-surge':
      'Bien plus de nouveaux cas qu’en toute période de même durée des 28 derniers jours',
    'school-surge': `${n.APlace} gagne en une lecture plus de cas qu’il n’est vraisemblable`,
    'rows-without-id': 'Plus de lignes que d’habitude ont du texte mais pas d’identifiant',
    'unreadable-rows': 'L’identifiant ou le compte d’une ligne est illisible',
    review: 'Les réglages demandent qu’une personne vérifie chaque mise à jour',
  },
  feed: {
    daily: (site, counted) => `${site} : ${newOnes(counted)} par jour`,
    dailyDescription: (district) =>
      `Un article pour chaque jour où ${district} a signalé un changement, une fois le jour terminé.`,
    updates: (site, counted) => `${site} : ${newOnes(counted)}, chaque mise à jour`,
    updatesDescription: (district) =>
      `Un article pour chaque changement des chiffres de ${district}, dès qu’il est vu.`,
    notices: (site) => `${site} : corrections et avis`,
    noticesDescription: (district) =>
      `Corrections, mises à jour retenues, remises à zéro du compteur et jours qui n’ont pas pu être lus (${district}).`,
    school: (name, counted) => `${name} : ${newOnes(counted)}`,
    schoolDescription: (name, district) =>
      `Un article pour chaque changement des chiffres : ${name}, ${district}.`,
    since: (date) => `depuis le ${date}`,
    update: (count, date, figure, day) =>
      `Mise à jour ${number(count)}, ${date} : ${figure} (jour jusqu’ici : ${day})`,
    soFar: (figure) => `Le jour jusqu’ici : ${figure}.`,
    schoolItem: (date, count, name, figure) =>
      `${date}${count > 1 ? `, mise à jour ${number(count)}` : ''} : ${figure}, ${name}`,
    total: (total) => `Au total : ${total}.`,
    correction: (name, change) => `Correction : ${name} ${change}`,
    corrections: (places, date) => `Corrections (${places}), ${date}`,
    correctedEarlier: (words) => `Correction : ${words}`,
    correctionText: (name, before, after, date) =>
      `${name} : ${before} est devenu ${after} le ${date}. Les articles et les pages des jours plus anciens ne changent pas.`,
    rest: (count) => `et ${number(count)} de plus`,
    gap: (count) => `${days(count)} sans lecture possible`,
    gapText: (from, to) =>
      `Rien n’a été lu après le ${from} et jusqu’au ${to}. Le chiffre du ${to} couvre les jours d’entre-deux.`,
    totalMoved: 'Ce qui est compté a peut-être changé',
    totalMovedText: (from, to) =>
      `La différence entre le total du tableau lui-même et la somme de ses ${n.places} était de ${from} et est maintenant de ${to} : ce que l’un d’eux compte a peut-être changé`,
    kinds: {
      held: 'Une mise à jour est retenue jusqu’à ce qu’une personne l’ait vérifiée',
      released: 'Une mise à jour retenue est publiée, parce qu’elle s’est maintenue',
      accepted: 'Une mise à jour retenue est publiée, parce qu’une personne l’a vérifiée',
      restart: `${n.TheDistrict} compte à nouveau depuis zéro ; nos totaux continuent`,
      outage: 'Les chiffres ne peuvent pas être lus en ce moment ; les derniers bons restent',
      correction: 'Une correction',
      definition: 'Ce qui est compté change',
    },
  },
  update: {
    title: (count, date) => `Mise à jour ${number(count)} du ${date}`,
    description: (count, figure, district, date) =>
      `Mise à jour ${number(count)} du ${date} : ${figure} (${district}).`,
    seen: (time) => `Vue à ${time}.`,
    wholeDay: 'Le jour en entier',
    all: (count) => `Cette mise à jour dans ${count}`,
  },
});
