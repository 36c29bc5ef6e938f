<%@ tag description="An alarm: its state, why, what it rests on, its life, and what an administrator may do." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="alarm" required="true" type="dev.perennial.web.pages.AlarmView" %>
<%@ attribute name="path" required="true" description="of the model's page" %>
<%@ attribute name="window" description="of the links to what it is about; without one there are none" %>
<%@ attribute name="acts" required="true" type="java.lang.Boolean" description="whether forms are shown" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %><%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %><%@ taglib prefix="fn" uri="jakarta.tags.functions" %><%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="id" value="alarm-${alarm.key()}"/>
<article class="alarm <c:out value="${alarm.state().kind()}"/>" id="${fn:escapeXml(id)}">
<h3><t:status mark="${alarm.state()}"/> <c:out value="${alarm.name()}"/><c:if test="${not empty alarm.subject()}"><span class="unit"> · <c:out value="${alarm.subject()}"/></span></c:if></h3>
<c:if test="${not empty alarm.sentence()}"><p><c:out value="${alarm.sentence()}"/></p></c:if>
<p class="why"><c:if test="${not empty alarm.history()}"><t:say key="alarm.this-state-began" a="${alarm.severity()}"><jsp:attribute name="x"><t:moment moment="${alarm.since()}"/></jsp:attribute></t:say>&#32;</c:if><c:if test="${alarm.until().isPresent()}"><t:say key="alarm.silence-ends"><jsp:attribute name="x"><t:moment moment="${alarm.until().get()}"/></jsp:attribute></t:say>&#32;</c:if><t:say key="alarm.false-alarms-to-expect" a="${alarm.expected()}"/></p>
<c:if test="${not empty window}"><t:ways ways="${alarm.ways()}" path="${path}" window="${window}"/></c:if>
<c:if test="${not empty alarm.history()}">
<details id="${fn:escapeXml(id)}-history"><summary><fmt:message key="alarm.evidence-and-history"/></summary>
<c:if test="${not empty alarm.evidence()}"><t:facts facts="${alarm.evidence()}"/></c:if>
<ol class="steps"><c:forEach var="step" items="${alarm.history()}"><t:step step="${step}"/></c:forEach></ol>
</details>
</c:if>
<c:if test="${acts and alarm.open()}">
<details id="${fn:escapeXml(id)}-acts"><summary><fmt:message key="alarm.acknowledge-or-silence"/></summary>
<form method="post" action="<c:url value="${path}/alarms/${alarm.key()}"/>"><t:csrf/>
<p class="field"><label for="${fn:escapeXml(id)}-note"><fmt:message key="alarm.why-for-those-who"/></label><input id="${fn:escapeXml(id)}-note" name="note" required maxlength="500" autocomplete="off"></p>
<p class="row"><button name="act" value="acknowledge"><fmt:message key="alarm.i-take-it-on"/></button><label for="${fn:escapeXml(id)}-hours"><fmt:message key="alarm.or-silence-for"/></label><select id="${fn:escapeXml(id)}-hours" name="hours"><option value="1"><fmt:message key="alarm.1-hour"/></option><option value="8"><fmt:message key="alarm.8-hours"/></option><option value="24"><fmt:message key="alarm.1-day"/></option><option value="168"><fmt:message key="alarm.7-days"/></option></select><button class="second" name="act" value="silence"><fmt:message key="alarm.silence"/></button></p>
</form></details>
</c:if>
</article>
