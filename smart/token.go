package smart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goalkit/goalkit/kpi"
)

// A token is a word, a number in digits, or a symbol.
type token struct {
	span   Span
	kind   tokenKind
	word   string // normal form: lower case, straight quotes; of a number its digits as written
	value  kpi.Number
	whole  int    // of a number that is digits alone, -1 for all else
	entry  *entry // what the lexicon says of the word, never nil
	spaced bool   // space stands before it
	upper  bool   // its first letter is a capital
	ends   bool   // it ends a sentence
	use    use    // what it was read as
	means  bool   // it says how: "by posting daily"
}

type tokenKind uint8

const (
	wordToken tokenKind = iota + 1
	numberToken
	symbolToken
)

// A use says what a token was read as, so that nothing is read twice.
type use uint8

const (
	unused        use = iota
	usePeriod         // of a phrase that may end the goal
	useStart          // "starting on Monday"
	useRate           // "per week"
	useComparison     // "than last year"
	useService        // "within 2 hours"
	useAdjective      // "90-day", "quarterly" before a noun
)

// tokenize cuts text into tokens. Bytes that are not UTF-8 count as space.
func (l *index) tokenize(text string) []token {
	tokens := make([]token, 0, len(text)/5+4)
	spaced := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == utf8.RuneError || isMarkOf(r) {
			if r == '\n' && len(tokens) > 0 {
				tokens[len(tokens)-1].ends = true
			}
			spaced, i = true, i+size
			continue
		}
		t := l.token(text, i, r)
		t.spaced, spaced = spaced, false
		i = t.span.End
		tokens = append(tokens, t)
	}
	endSentences(tokens)
	l.acronyms(text, tokens)
	return tokens
}

// acronyms forgets what the lexicon says of pronouns in capitals between words that
// are not: the "IT" of "80% of IT tickets".
func (l *index) acronyms(text string, tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		if !capital(text, t) || !t.entry.isA(RolePronoun) || i > 0 && capital(text, &tokens[i-1]) || i+1 < len(tokens) && capital(text, &tokens[i+1]) {
			continue
		}
		t.entry = noEntry
	}
}

// capital reports whether a token is a word of several letters, all capitals.
func capital(text string, t *token) bool {
	return t.upper && len(t.word) > 1 && strings.ToUpper(t.word) == t.span.Of(text)
}

// isA reports whether a word by itself has a role.
func (e *entry) isA(role Role) bool {
	for _, p := range e.phrases {
		if p.table == tableRole && p.value == string(role) && len(p.words) == 1 {
			return true
		}
	}
	return false
}

// isMarkOf reports whether r is invisible: a byte order mark, a zero-width space.
func isMarkOf(r rune) bool { return r == '\ufeff' || unicode.Is(unicode.Cf, r) }

// token reads the token that begins at i, whose first rune is r.
func (l *index) token(text string, i int, r rune) token {
	t := token{kind: symbolToken, upper: unicode.IsUpper(r), whole: -1}
	end := i + utf8.RuneLen(r)
	switch {
	case isDigit(text[i]):
		t.kind = numberToken
		end = numberEnd(text, i)
		t.word = text[i:end]
		t.value, t.whole = numberOf(t.word), wholeOf(t.word)
	case unicode.IsLetter(r):
		t.kind = wordToken
		end = wordEnd(text, i)
		t.word = normal(text[i:end])
	default:
		end += symbolTail(text[i:], end-i)
		t.word = symbol(text[i:end])
	}
	t.span = Span{i, end}
	t.entry = l.entry(t.word)
	return t
}

// wordEnd returns where the word that begins at i ends. A word may hold
// apostrophes and hyphens between letters, and digits: "won't", "e-mail", "Q3".
func wordEnd(text string, i int) int {
	hasDigit := false
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isDigit(text[i]):
			hasDigit = true
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r):
		case isApostrophe(r) || r == '-' && !hasDigit || r == '\u2010' || r == '\u2011':
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !unicode.IsLetter(next) {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

// normal returns a word in lower case with straight quotes and hyphens.
func normal(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case isApostrophe(r):
			return '\''
		case r == '\u2010' || r == '\u2011':
			return '-'
		}
		return unicode.ToLower(r)
	}, word)
}

// symbolTail returns how many more bytes belong to the symbol at the start of
// text, whose first rune has size bytes: one for ">=", "->" and the like.
func symbolTail(text string, size int) int {
	for _, pair := range []string{">=", "<=", "=>", "->"} {
		if strings.HasPrefix(text, pair) {
			return len(pair) - size
		}
	}
	return 0
}

// symbol returns the normal form of a symbol: dashes are hyphens, arrows "->".
func symbol(text string) string {
	switch text {
	case "–", "—", "−", "‐", "‑", "‒":
		return "-"
	case "→", "=>", "➔", "➡":
		return "->"
	case "≥", "⩾":
		return ">="
	case "≤", "⩽":
		return "<="
	case "“", "”", "„", "«", "»":
		return `"`
	case "’", "‘":
		return "'"
	case "×":
		return "x"
	}
	return text
}

// endSentences notes the tokens after which a sentence is over: marks that are
// followed by space and a capital, or by nothing.
func endSentences(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		switch t.word {
		case ".", "!", "?":
		case ";":
			continue
		default:
			continue
		}
		last := i+1 == len(tokens)
		if last || tokens[i+1].spaced && startsSentence(tokens[i+1]) && !abbreviated(tokens, i) {
			t.ends = true
		}
	}
}

func startsSentence(t token) bool { return t.upper || t.kind == symbolToken }

// abbreviated reports whether the full stop at i belongs to the word before it,
// as in "Sept. 1" and "No. 1".
func abbreviated(tokens []token, i int) bool {
	return i > 0 && tokens[i].word == "." && !tokens[i].spaced && tokens[i-1].entry.abbreviates
}
