package smart

// nominalFrame returns where what a noun announces begins, as the "losing" of "the goal
// of losing 5 kg" and the "raise" of "our objective is to raise 4,000 euros"; i without
// such a frame before limit.
func (r *reading) nominalFrame(i, limit int) int {
	const most = 3 // words before the noun
	k := r.role(i, RoleArticle, RolePossessive)
	if k == i {
		return i
	}
	for last := k + most; k < last && !frameNouns[r.at(k).word]; k++ {
		if r.at(k).kind != wordToken {
			return i
		}
	}
	if !frameNouns[r.at(k).word] {
		return i
	}
	verb := k + 2
	switch {
	case r.is(k+1, RoleOf) && r.gerund(verb):
	case stateForms[r.at(k+1).word] && r.is(verb, RoleTo):
		verb++
	default:
		return i
	}
	if _, _, end := r.anyVerb(verb); end == verb || verb >= limit {
		return i
	}
	return verb
}

// frameNouns announce a goal.
var frameNouns = map[string]bool{
	"goal": true, "aim": true, "objective": true, "target": true, "purpose": true, "ambition": true, "intention": true, "mission": true,
}
