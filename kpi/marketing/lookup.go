package marketing

import (
	"strings"
	"unicode"
)

// Lookup returns the KPI that people mean by text: its id, its name, a synonym or
// an abbreviation. Case, hyphens, spaces and the like do not matter, nor does
// it whether a name is in the singular or the plural, so that "e-mail click
// rates" and "Email Click Rate" are one. It reports false for any other text;
// nothing is guessed from parts of it.
//
// No two KPIs share a word. What the field uses for several is decided here:
//   - "engagement rate" is that by reach; those by followers and by
//     impressions, and that of a website, are named in full;
//   - "click rate" is that of mailings, "click-through rate" and "CTR" that of
//     impressions, on search results "organic CTR";
//   - "bounce rate" is that of the website; that of mailings is named in full;
//   - "conversion" is the completed action, "conversion rate" that by sessions;
//   - "subscribers" are those of the mailing list; those of a channel, page likes
//     and fans are followers;
//   - "likes" are reactions, "views" and "plays" are those of videos;
//   - "visits" and "traffic" are sessions, "visitors" are users;
//   - "sales", "income" and "turnover" are revenue; "purchases" are orders;
//   - "customers" and "clients" are the stock; who is won is a new customer;
//   - "cost per acquisition" and "CPA" are per action, "acquisition cost" and "CAC"
//     per new customer;
//   - "rankings" are the average search position;
//   - "marketing spend" is the cost of marketing, "ad spend" that of media alone.
func Lookup(text string) (KPI, bool) {
	parts := words(text)
	i, ok := meanings[strings.Join(parts, "")]
	if !ok {
		i, ok = meanings[singular(parts)]
	}
	if !ok {
		return KPI{}, false
	}
	return catalogue[i].Clone(), true
}

// meanings tells where in the catalogue the KPI is that a word means; the word
// without spaces, as it is written, and in the singular.
var meanings = func() map[string]int {
	m := make(map[string]int)
	for i := range catalogue {
		k := &catalogue[i]
		for _, abbreviation := range append([]string{k.ID}, k.Abbreviations...) {
			m[strings.Join(words(abbreviation), "")] = i
		}
		for _, name := range append([]string{k.Name}, k.Synonyms...) {
			m[strings.Join(words(name), "")] = i
			m[singular(words(name))] = i
		}
	}
	return m
}()

// words returns the words of text in lower case: its runs of letters and digits.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// singular joins words, each without the ending of a plural. It is used on both
// sides of a comparison, so it need not be right, only the same.
func singular(words []string) string {
	var b strings.Builder
	for _, w := range words {
		stem, isPlural := strings.CutSuffix(w, "s")
		switch {
		case len(w) <= 3 || !isPlural || strings.HasSuffix(stem, "s"):
			b.WriteString(w)
		case strings.HasSuffix(stem, "ie"):
			b.WriteString(strings.TrimSuffix(stem, "ie") + "y")
		default:
			b.WriteString(stem)
		}
	}
	return b.String()
}
