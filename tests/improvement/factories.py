"""Actions for stories, made as people make them."""

from cairn.improvement import actions


def plan(assessment, by, node_id="A1.1", **more):
    return actions.plan(
        assessment=assessment,
        node_id=node_id,
        by=by,
        **{"what": f"Work on {node_id}.", "owner": by} | more,
    )
