/**
 * The 1,000 commonest words of spoken English, commonest first, and which of them are forms of each other. Read by
 * eye: every pair is one word and its inflection. It does not know how the forms are made.
 */
export const commonestWords: readonly string[] = `
  you i the to a it that and of in me is we this he on for my your have do be know was not can are all with just get
  here but there so they right like out go she up about if him got at now one her want think good see did who as his
  will going from when back time look take an man them would been some tell or us had were say could something really
  down then little way our make too never by over more need mean very off sorry give has love said am people please
  sure any thing only because two should doing much sir help anything these even night call talk nothing into first
  find wait put great thought day work life before better again still home guy those than around other away new last
  ever stop keep told must things big after long does always their everything nice name money guys feel believe old
  place fine kind lot years made leave girl hear father through every bad remember three boy coming wrong might stay
  house may baby another wanted enough talking happened show course being care done getting mind left ask car
  understand mother which try came own world guess next kill else dead trying someone real room morning hold woman
  yourself today looking friend move same job tonight went son best saw found pretty ready heard whole seen together
  minute men head matter knew many idea without play family meet most run while wife once live somebody everybody
  used use myself took yet start called kid tomorrow happy school problem watch bring actually business says hope
  open already since looks sit cause alone hard wants stuff turn days friends until few kids honey gone both door
  later saying such killed having face worry ago five second brother case thinking probably beautiful hand check year
  forget hit lost minutes crazy late phone end easy doctor under part deal die soon four anyone pay happen true each
  supposed eat mine working town afraid drink exactly whatever hurt knows heart gave young everyone chance read makes
  number taking change anyway week married point hands police word fun wish bit game party set cut comes sleep shot
  anybody stand water boys trouble dear couple gets making eyes break story far times close means funny goes lady
  death asked walk fire hours hate gun rest person inside waiting different girls least important also line yours
  office dinner quite against fight side six half pick question ahead cool women body high husband reason almost dog
  buy truth met telling hot anymore behind started speak bed moment tried blood ma shall stupid along either though
  front sister send welcome sometimes trust free book answer between children war fact brought clear bet its white
  glad daughter outside city feeling black seems full till sick light shoot news lose wonderful months save hour
  country needs able perfect running child died order living sounds alive food gentlemen luck hair drive promise sex
  music power sort special serious street red dance hang touch team playing company pull plan sweet ten coffee lucky
  sound safe date leaving parents himself seem lives air taken picture ladies sent fast happens catch ride win
  kidding top scared dream sign meeting sense beat control drop cold weeks darling figure king poor throw asking
  write cannot suppose small human piece boss hospital past calling known follow movie straight words clean kiss
  looked feet evening million lie felt moving certainly step learn fall questions finally takes class quiet wonder
  law become worked rather possible goddamn unless mad absolutely tired murder road eye except somewhere explain less
  none loved giving seeing secret wear worth act careful quick handle pass early report state busy turned table wake
  works broke ball seven mouth marry meant fault lunch expect future paper officer hotel buddy thinks talked blue
  mistake ones wedding clothes weird changed court floor watching building earth dude others longer forgot finish
  ship club attention eight worse pain sing blow choice ls birthday stick relax yesterday honor smart boat plane
  month lovely given train fair worried needed sitting security cover across bag terrible caught song spend horse
  ring sell return personal message system afternoon happening tough quit count box missed present kept charge
  information fool simple middle calm surprise forever decided dark anywhere miles swear land missing cute lying
  master dress strong key fix interesting wearing strange voice rock cop window bar totally interested appreciate
  army paid short record bought card certain college fly evidence bank completely ran cops test history finished born
  proud fish join lead smell near apartment enjoy letter situation trip store amazing star accident imagine pleasure
  ought list rich calls service entire difference judge ice lawyer fat instead age station realize gold seat liked
  hundred summer dollars standing mess killing radio hungry problems marriage brain soul forgive drunk deep figured
  likes girlfriend folks slow private during attack beer definitely stopped partner walking area dangerous offer
  scene third upset bus owe shoes driving group ln kick evil joke fell truck teach ground green loves cash forward
  honest boyfriend park single position respect broken crime wrote public grab fighting art favor upstairs wall force
  seconds jail push prove normal protect machine field spent feels speaking named jump starting saved nose hide sun
  church peace share moved picked thousand holding fear using tape suit pictures putting involved gas books
  relationship neither nine rules bother especially nervous whether dying stuck round dirty cat breakfast idiot space
  lived prison carry cry bastard smoke arm film government tree foot contact knock agree pardon gives gift dreams hat
  sake sweetheart board seriously department patient awful sad wondering roll beginning usually grand laugh killer
  listening doubt upon double twice whose outta plenty guilty promised fired race crap chicken bathroom asshole spot
  reading orders weekend action eating glass type guns experience obviously wine press difficult lots rid sea arms
  flight staying arrest neck grow mention favorite wind sleeping notice admit extra within low impossible`.trim().split(/\s+/);

/** Base word to those of its forms that are among the commonest words too; a word left out has none. */
export const formsAmongCommonest: ReadonlyMap<string, readonly string[]> = new Map(`
  have: has had having; do: does did done doing; be: am are is was were been being; know: knows knew known;
  get: gets got getting; like: likes liked; go: goes went gone going; one: ones; want: wants wanted;
  think: thinks thought thinking; see: saw seen seeing; time: times; look: looks looked looking;
  take: takes took taken taking; man: men; tell: told telling; say: says said saying; make: makes made making;
  need: needs needed; mean: means meant; give: gives gave given giving; love: loves loved; thing: things;
  call: calls called calling; talk: talked talking; find: found; wait: waiting; put: putting; day: days;
  work: works worked working; life: lives; guy: guys; other: others; stop: stopped; keep: kept; name: named;
  feel: feels felt feeling; lot: lots; leave: left leaving; girl: girls; hear: heard; boy: boys; stay: staying;
  ask: asked asking; try: tried trying; kill: killed killing; hold: holding; woman: women; friend: friends;
  move: moved moving; minute: minutes; play: playing; meet: met meeting; run: ran running;
  live: lives lived living; use: used using; start: started starting; kid: kids kidding; problem: problems;
  watch: watching; bring: brought; sit: sitting; turn: turned; worry: worried; second: seconds; hand: hands;
  year: years; forget: forgot; die: died dying; pay: paid; happen: happens happened happening; eat: eating;
  drink: drunk; read: reading; change: changed; week: weeks; word: words; sleep: sleeping; stand: standing;
  break: broke broken; lady: ladies; walk: walking; fire: fired; gun: guns; person: people; fight: fighting;
  pick: picked; question: questions; buy: bought; speak: speaking; send: sent; book: books; shoot: shot;
  lose: lost; save: saved; hour: hours; child: children; order: orders; drive: driving; promise: promised;
  sound: sounds; seem: seems; picture: pictures; catch: caught; dream: dreams; figure: figured; write: wrote;
  suppose: supposed; lie: lying; fall: fell; wonder: wondering; eye: eyes; wear: wearing; marry: married;
  finish: finished; stick: stuck; month: months; spend: spent; cop: cops; arm: arms; foot: feet`.trim().split(/;\s+/).map((entry) => {
  const [base, forms] = entry.split(': ') as [string, string];
  return [base, forms.split(' ')];
}));
