package smart

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/goalkit/goalkit/kpi"
)

// A table is one of the lists of a [Lexicon].
type table uint8

const (
	tableVerb table = iota + 1
	tableChange
	tableRole
	tableMark
	tableNumber
	tableMagnitude
	tableMultiple
	tablePart
	tableBound
	tableUnit
	tableCurrency
	tableMeasure
	tableWeight
	tableMonth
	tableWeekday
	tableGrain
	tableEnd
	tableYearly
	tableOrdinal
	tableDay
	tableEvent
	tableTerm
	tableChannel
	tablePeople
	tableFirm
	tablePrize
	tableRate
	tableNeutral
	tableLow
	tableShare
	tableNamer
	tableWon
	tableAsset
)

// A tableSet says which tables there are, a bit each.
type tableSet uint64

func (s tableSet) has(t table) bool { return s>>t&1 == 1 }

// calendarTables and calendarRoles are those of which an expression that names
// days begins with a word; timeTables and timeRoles those of which a phrase of
// time does.
const (
	calendarTables tableSet = 1<<tableMonth | 1<<tableWeekday | 1<<tableGrain | 1<<tableEnd | 1<<tableOrdinal | 1<<tableDay | 1<<tableTerm
	timeTables     tableSet = calendarTables | 1<<tableMark | 1<<tableNumber | 1<<tableYearly
)

var (
	calendarRoles = []Role{RoleThis, RoleNext, RoleLast, RoleEnd, RoleStart, RoleMiddle, RoleFiscal}
	timeRoles     = append([]Role{
		RoleBy, RoleFrom, RoleOf, RoleIn, RoleFor, RoleOn, RoleAt, RoleUntil, RoleBefore, RoleThan, RoleBetween,
		RoleEvery, RoleStarting, RoleOften, RoleArticle,
	}, calendarRoles...)
)

// A phrase is a word or several that mean something.
type phrase struct {
	table table
	value string // the key under which it stands
	index int    // of a list: its place, from 1
	words []string
}

// An entry is what the lexicon says of a word.
type entry struct {
	phrases     []phrase // those that begin with it, the longest first
	roles       []phrase // those of the phrases that are roles
	tables      tableSet // of the phrases
	calendar    bool     // an expression that names days may begin with it
	time        bool     // a phrase of time may
	abbreviates bool     // a full stop behind it belongs to it
}

var noEntry = &entry{}

// An index finds the phrases of a lexicon by their first word.
type index struct {
	entries map[string]*entry
}

// entry returns what is known of a word, or of what it is the genitive of.
func (l *index) entry(word string) *entry {
	if e := l.entries[word]; e != nil {
		return e
	}
	if base, ok := strings.CutSuffix(word, "'s"); ok {
		if e := l.entries[base]; e != nil {
			return e
		}
	}
	return noEntry
}

// newIndex returns the index of a lexicon. It fails with [kpi.Problems], see [NewParser].
func newIndex(lexicon Lexicon) (*index, error) {
	b := indexBuilder{index: &index{entries: make(map[string]*entry)}}
	b.tables(lexicon)
	b.genitives()
	for _, e := range b.index.entries {
		slices.SortStableFunc(e.phrases, func(p, q phrase) int { return cmp.Compare(len(q.words), len(p.words)) })
		e.classify()
	}
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return b.index, nil
}

// classify notes what the phrases of e are good for.
func (e *entry) classify() {
	for _, p := range e.phrases {
		if p.table == tableRole {
			e.roles = append(e.roles, p)
		}
		e.tables |= 1 << p.table
		e.calendar = e.calendar || calendarTables.has(p.table) || p.table == tableRole && slices.Contains(calendarRoles, Role(p.value))
		e.time = e.time || timeTables.has(p.table) || p.table == tableRole && slices.Contains(timeRoles, Role(p.value))
	}
}

// genitives lets a genitive that begins a phrase, "year's end", mean what its word
// means, as other genitives do, too.
func (b *indexBuilder) genitives() {
	for word, e := range b.index.entries {
		if base, ok := strings.CutSuffix(word, "'s"); ok && b.index.entries[base] != nil {
			e.phrases = append(e.phrases, b.index.entries[base].phrases...)
		}
	}
}

type indexBuilder struct {
	index    *index
	problems kpi.Problems
}

func (b *indexBuilder) tables(l Lexicon) {
	addMap(b, tableVerb, "verbs", l.Verbs)
	addMap(b, tableChange, "changes", l.Changes)
	addMap(b, tableRole, "roles", l.Roles)
	addMap(b, tableMark, "marks", l.Marks)
	addMap(b, tableNumber, "numbers", b.numeric("numbers", l.Numbers))
	addMap(b, tableMagnitude, "magnitudes", b.numeric("magnitudes", l.Magnitudes))
	addMap(b, tableMultiple, "multiples", b.numeric("multiples", l.Multiples))
	addMap(b, tablePart, "parts", b.numeric("parts", l.Parts))
	addMap(b, tableBound, "bounds", l.Bounds)
	addMap(b, tableUnit, "units", l.Units)
	addMap(b, tableCurrency, "currencies", l.Currencies)
	addMap(b, tableMeasure, "measures", l.Measures)
	addMap(b, tableGrain, "grains", l.Grains)
	addMap(b, tableEnd, "ends", l.Ends)
	addMap(b, tableYearly, "yearly", l.Yearly)
	addMap(b, tableDay, "days", b.dated(l.Days))
	addMap(b, tableChannel, "channels", l.Channels)
	addList(b, tableMonth, "months", l.Months[:])
	addList(b, tableWeekday, "weekdays", l.Weekdays[:])
	addList(b, tableOrdinal, "ordinals", l.Ordinals[:])
	addList(b, tableWeight, "weights", [][]string{l.Weights})
	addList(b, tableEvent, "events", [][]string{l.Events})
	addList(b, tableTerm, "terms", [][]string{l.Terms})
	addList(b, tablePeople, "people", [][]string{l.People})
	addList(b, tableFirm, "firms", [][]string{l.Firms})
	addList(b, tablePrize, "prizes", [][]string{l.Prizes})
	addList(b, tableRate, "rates", [][]string{l.Rates})
	addList(b, tableNeutral, "neutral", [][]string{l.Neutral})
	addList(b, tableLow, "lowGood", [][]string{l.LowGood})
	addList(b, tableNamer, "namers", [][]string{l.Namers})
	addList(b, tableAsset, "assets", [][]string{l.Assets})
	addList(b, tableWon, "won", [][]string{l.Won})
	addList(b, tableShare, "shares", [][]string{l.Shares})
	for _, month := range l.Months {
		for _, word := range month {
			if e := b.index.entries[word]; e != nil {
				e.abbreviates = true
			}
		}
	}
}

func addMap[K ~string](b *indexBuilder, t table, field string, m map[K][]string) {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		for _, text := range m[k] {
			b.add(phrase{table: t, value: string(k)}, field+"["+string(k)+"]", text)
		}
	}
}

func addList(b *indexBuilder, t table, field string, lists [][]string) {
	for i, list := range lists {
		for _, text := range list {
			b.add(phrase{table: t, index: i + 1}, field+"["+strconv.Itoa(i)+"]", text)
		}
	}
}

// add puts a phrase under its first word.
func (b *indexBuilder) add(p phrase, field, text string) {
	p.words = strings.Split(text, " ")
	if slices.Contains(p.words, "") || normal(text) != text {
		b.problems.Add("", field, kpi.ErrEnum, text, "want words in lower case with single spaces between them")
		return
	}
	e := b.index.entries[p.words[0]]
	if e == nil {
		e = &entry{}
		b.index.entries[p.words[0]] = e
	}
	for _, q := range e.phrases {
		if q.table == p.table && slices.Equal(q.words, p.words) && (q.value == p.value || p.table != tableRole) {
			b.problems.Add("", field, kpi.ErrDuplicateID, text, "the table has it twice")
			return
		}
	}
	e.phrases = append(e.phrases, p)
}

// numeric returns m; a key that is not a number is a problem.
func (b *indexBuilder) numeric(field string, m map[string][]string) map[string][]string {
	for _, key := range sortedKeys(m) {
		if n := kpi.Num(key); n.Err() != nil {
			b.problems.Add("", field, kpi.ErrNumber, key, "want a number as the key")
		}
	}
	return m
}

// dated returns m; a key that is neither a day of a year nor a number of days is a problem.
func (b *indexBuilder) dated(m map[string][]string) map[string][]string {
	for _, key := range sortedKeys(m) {
		if _, ok := daysFromToday(key); ok || feasts(key) {
			continue
		}
		b.problems.Add("", "days", kpi.ErrTime, key, `want a key such as "12-25", "11-thu-4", "easter-2" or "+1"`)
	}
	return m
}

// feasts reports whether key is one feast, or several separated by space.
func feasts(key string) bool {
	for k := range strings.FieldsSeq(key) {
		if _, ok := feastOf(k); !ok {
			return false
		}
	}
	return strings.TrimSpace(key) != ""
}

func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
