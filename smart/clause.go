package smart

// A clause is one predicate: a verb with what it speaks of.
type clause struct {
	stretchOf
	verb      stretchOf // empty without a verb
	class     VerbClass
	factor    string // of a verb that multiplies
	purpose   bool   // it says what for
	able      bool   // "to be able to": a state, unless something is counted
	caused    bool   // someone else does it: "have the system migrated"
	parted    string // what a verb with a particle far behind it measures: "put money aside"
	hedgeOnly bool   // its only verb is a hedge: "I want more readers"
}

// readClauses finds the predicates of the statement, and the phrases of means
// that belong to none.
func (r *reading) readClauses() []clause {
	var clauses []clause
	for i := 0; i < len(r.tokens); {
		end := r.sentenceEnd(i)
		clauses = r.sentence(i, end, clauses)
		if i > 0 {
			r.mark(FurtherText, i, end)
		}
		i = end
	}
	return clauses
}

// sentenceEnd returns where the sentence that begins at i ends.
func (r *reading) sentenceEnd(i int) int {
	for i < len(r.tokens) {
		if r.tokens[i].ends {
			return i + 1
		}
		i++
	}
	return i
}

// sentence adds the clauses of one sentence, tokens from..to.
func (r *reading) sentence(from, to int, clauses []clause) []clause {
	from = r.nominalFrame(from, to)
	s := sentence{from: from, to: to, frame: true, clauses: clauses, open: clause{stretchOf: stretchOf{from, to}}}
	for i := from; i < to; {
		if end := r.meansAt(i, to, &s); end > i {
			if verb := r.measuredMeans(i, &s); verb > i {
				i = r.openMeans(verb, &s)
				continue
			}
			r.claimMeans(i, end)
			i = end
			continue
		}
		class, factor, end := r.verbAt(i, from)
		if s.caused > 0 && i == s.caused {
			class, factor, end = r.anyVerb(i)
		}
		if end > i {
			r.verb(&s, clause{verb: stretchOf{i, end}, class: class, factor: factor})
			i = end
			continue
		}
		if !s.frame && r.word(i, ";") {
			s.next(i, clause{stretchOf: stretchOf{i + 1, to}})
			s.frame = true
		}
		i++
	}
	if s.frame && (s.open.verb.to == 0 || s.open.hedgeOnly) {
		r.unknownVerb(&s.open)
	}
	if s.frame && s.open.verb.to == 0 {
		r.looseVerb(&s.open)
	}
	return append(s.clauses, s.open)
}

// A sentence is one on its way to clauses.
type sentence struct {
	from, to int
	frame    bool // the verb that counts has not come yet
	caused   int  // where the verb of "have the system migrated" stands, 0 without one
	open     clause
	clauses  []clause
}

// next closes the open clause at token i and opens another.
func (s *sentence) next(i int, c clause) {
	s.open.to = i
	s.clauses = append(s.clauses, s.open)
	s.open = c
}

// verb takes the verb of v as a frame, as the verb of the open clause, or as the
// start of a further one.
func (r *reading) verb(s *sentence, v clause) {
	i, end := v.verb.from, v.verb.to
	if v.class == VerbMaintain && r.holds(i, end) {
		v.class = VerbDo
	}
	if p := r.parted(i, s.to); p != "" {
		v.class, v.parted = VerbGain, p
	}
	if s.frame && s.caused == 0 {
		if s.caused = r.causative(i, end); s.caused > 0 {
			return
		}
	}
	if r.endsPurpose(s, v) {
		s.next(r.afterComma(i), clause{stretchOf: stretchOf{r.afterComma(i), s.to}})
		s.frame = true
	}
	switch {
	case s.frame && r.isFrame(i, end, v.class):
		s.open.able = s.open.able || v.class == VerbState && r.word(end, "able")
		if v.class == VerbHedge && s.open.verb.to == 0 {
			s.open.verb, s.open.class, s.open.hedgeOnly = v.verb, v.class, true
		}
	case s.frame && s.open.hedgeOnly && r.is(i-1, RoleTo) && i-1 > s.open.verb.to && r.wantsMany(s.open.verb.to): // "like more pupils to read"
	case s.frame:
		s.open.verb, s.open.class, s.open.factor, s.open.parted, s.open.hedgeOnly = v.verb, v.class, v.factor, v.parted, false
		s.open.caused = s.caused > 0 && i == s.caused
		s.frame = false
	case s.open.class == VerbHelp && r.is(i-1, RoleTo) && v.class != VerbHelp && !r.counts(s.open.verb.to, i):
		s.open.verb, s.open.class, s.open.factor = v.verb, v.class, v.factor // "work with them to bring"
	case r.startsClause(i, s.open):
		v.stretchOf = stretchOf{i, s.to}
		v.purpose = r.is(i-1, RoleTo, RolePronoun, RoleModal)
		s.next(i, v)
	}
}

// wantsMany reports whether a number of people, or more of them, stands at i: "20
// schools to take part".
func (r *reading) wantsMany(i int) bool {
	_, end := r.numeral(i)
	return r.is(i, RoleMore, RoleFewer) || end > i && r.countable(end) && r.at(i).use == unused
}

// parted returns what the verb at i measures together with a particle behind its
// object, "put something aside", "" if it has none.
func (r *reading) parted(i, to int) string {
	const far = 5 // words between
	for _, p := range r.at(i).entry.phrases {
		if p.table != tableMeasure || len(p.words) != 2 {
			continue
		}
		for k := i + 2; k < min(to, i+2+far) && r.at(k).use == unused; k++ {
			if r.word(k, p.words[1]) && !r.is(k, RoleBy) {
				return p.value
			}
		}
	}
	return ""
}

// numbered reports whether a number of things is spoken of at i: "the number of".
func (r *reading) numbered(i int) bool {
	return r.is(r.role(i, RoleArticle, RolePossessive), RoleSlot)
}

// counts reports whether there is a quantity in tokens from..to, which are looked
// at as far as a goal of one sentence may need.
func (r *reading) counts(from, to int) bool {
	const far = 20
	for i := from; i < min(to, from+far); i++ {
		if _, end := r.quantity(i); end > i {
			return true
		}
	}
	return to > from+far
}

// startsClause reports whether the verb at i begins a further predicate and not,
// as in "and the team sharing it", a part of the one before.
func (r *reading) startsClause(i int, c clause) bool {
	if r.is(i-1, RoleTo) {
		if r.timeTo(i-1) || r.timeFrom(i-1) {
			return false
		}
		_, _, end := r.anyVerb(i)
		return i-1 > c.verb.to && end > i
	}
	if r.word(i, "up") && r.is(i+1, RoleFrom) {
		return false // "60 tonnes, up from 47"
	}
	if r.is(i-1, RoleModal) && c.verb.to > 0 && r.numbered(c.verb.to) && r.relative(i-2, c.verb.to) {
		return false // "the number of sit-ups I can do"
	}
	if r.results(i - 1) {
		return true
	}
	if r.gerund(i) && c.verb.to > 0 && !r.gerund(c.verb.from) && !r.word(i-1, "while") && !r.word(i-1, "whilst") {
		return false
	}
	return true
}

// endsPurpose reports whether a frame such as "we want to" follows a clause at the start
// of the sentence that says what for and has no number: "To spend less on ads, we want to".
func (r *reading) endsPurpose(s *sentence, v clause) bool {
	i := v.verb.from
	return !s.frame && s.open.from == s.from && r.is(s.from, RoleTo) && r.afterComma(i) < i &&
		r.isFrame(i, v.verb.to, v.class) && !r.counts(s.from, i)
}

// afterComma returns where the subject behind a comma begins that stands before the verb
// at i, and i without one.
func (r *reading) afterComma(i int) int {
	const most = 4 // words
	for k := i - 1; k >= i-1-most; k-- {
		if r.word(k, ",") {
			return k + 1
		}
	}
	return i
}
