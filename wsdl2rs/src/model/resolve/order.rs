//! Puts components in an order in which each comes after those that it is made from, without
//! recursion, and finds the references that close a circle.

/// The result.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Order {
    /// All nodes, dependencies first, else as numbered.
    pub(super) nodes: Vec<usize>,
    /// The edges, from the node that depends, that close a circle and must be cut.
    pub(super) circular: Vec<(usize, usize)>,
}

/// Orders the nodes `0..edges.len()`, where `edges[n]` are the nodes that `n` is made from.
pub(super) fn dependencies_first(edges: &[Vec<usize>]) -> Order {
    #[derive(Clone, Copy, PartialEq)]
    enum Visit {
        Not,
        Open,
        Done,
    }
    let mut order = Order { nodes: Vec::with_capacity(edges.len()), circular: Vec::new() };
    let mut visits = vec![Visit::Not; edges.len()];
    for root in 0..edges.len() {
        if visits[root] != Visit::Not {
            continue;
        }
        visits[root] = Visit::Open;
        let mut path = vec![(root, edges[root].iter())];
        while let Some((node, rest)) = path.last_mut() {
            match rest.next() {
                Some(next) if visits[*next] == Visit::Open => order.circular.push((*node, *next)),
                Some(next) if visits[*next] == Visit::Not => {
                    visits[*next] = Visit::Open;
                    path.push((*next, edges[*next].iter()));
                }
                Some(_) => {}
                None => {
                    visits[*node] = Visit::Done;
                    order.nodes.push(*node);
                    path.pop();
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_come_first_and_circles_are_found() {
        type Row<'a> = (&'a [&'a [usize]], &'a [usize], &'a [(usize, usize)]);
        let rows: [Row<'_>; 5] = [
            (&[], &[], &[]),
            (&[&[], &[]], &[0, 1], &[]),
            (&[&[1, 2], &[2], &[]], &[2, 1, 0], &[]),
            (&[&[1], &[0]], &[1, 0], &[(1, 0)]),
            (&[&[0], &[0, 0]], &[0, 1], &[(0, 0)]),
        ];
        for (edges, nodes, circular) in rows {
            let edges: Vec<Vec<usize>> = edges.iter().map(|node| node.to_vec()).collect();
            let expected = Order { nodes: nodes.to_vec(), circular: circular.to_vec() };
            assert_eq!(dependencies_first(&edges), expected, "{edges:?}");
        }
    }

    #[test]
    fn a_chain_of_any_length_needs_no_stack() {
        let count = 200_000;
        let edges: Vec<Vec<usize>> = (0..count)
            .map(|node| (node + 1 < count).then_some(node + 1).into_iter().collect())
            .collect();
        assert_eq!(dependencies_first(&edges).nodes.first(), Some(&(count - 1)));
    }
}
