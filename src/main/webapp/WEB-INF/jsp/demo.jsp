<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<c:set var="moves" value="${view.state() eq 'PLAYING' or view.state() eq 'REMOVING'}"/>
<t:page title="Demo: ${view.title()}" here="monitor" live="true" refresh="${moves ? 5 : ''}">
<p class="where"><a href="<c:url value="/monitor"/>">Monitor</a> / guided demo</p>
<h1>The guided demo</h1>
<section id="demo" class="part" aria-label="Where the demo is">
<div class="card"><h2><c:out value="${view.title()}"/></h2>
<c:if test="${not empty view.sentence()}"><p><c:out value="${view.sentence()}"/></p></c:if>
<c:choose>
<c:when test="${not view.possible()}"><p>It plays on a copy of the model iris that comes with Perennial, which is not here, or another model is called <c:out value="${view.model()}"/>.</p></c:when>
<c:when test="${view.state() eq 'NONE'}"><p>Three minutes of made-up traffic show what the monitor is for: first all is well, then flowers change, an alarm rises, the model is retrained, and all is well again. It plays on <b><c:out value="${view.model()}"/></b>, a copy of the model iris made for it. No other model is touched, and one click removes all of it.</p></c:when>
<c:when test="${view.state() eq 'PLAYING'}"><p class="going"><progress max="100" value="${fn:escapeXml(view.percent())}" aria-label="Progress of this part"><c:out value="${view.percent()}"/> %</progress> <span class="unit"><c:out value="${view.percent()}"/> % of this part</span></p><p class="unit">This page renews itself; the demo goes on if you leave it.</p></c:when>
<c:when test="${view.state() eq 'LEFT'}"><p>What it had done by then is still there. Play it again from the beginning, or remove it.</p></c:when>
</c:choose>
<c:if test="${view.now().isPresent()}"><p>What the monitor says now of version <c:out value="${view.now().get().version()}"/>: <t:status mark="${view.now().get().diagnosis()}"/></p><p><c:out value="${view.now().get().sentence()}"/>. <b>What to do:</b> <c:out value="${view.now().get().action()}"/></p></c:if>
<c:if test="${view.possible()}"><c:choose>
<c:when test="${requestScope.exchange.administers()}"><div class="choices">
<c:if test="${view.state() ne 'NONE' and view.state() ne 'REMOVING'}"><a class="button second" href="<c:url value="/monitor/${view.model()}?window=15m"/>">Open the monitor page</a></c:if>
<c:if test="${not moves}"><form method="post" action="<c:url value="/demo/play"/>"><t:csrf/><button type="submit"><c:out value="${view.state() eq 'NONE' ? 'Play the demo' : 'Play it again'}"/></button></form></c:if>
<c:if test="${view.state() eq 'PLAYING'}"><form method="post" action="<c:url value="/demo/stop"/>"><t:csrf/><button class="plain" type="submit">Stop</button></form></c:if>
<c:if test="${view.state() ne 'NONE' and view.state() ne 'REMOVING'}"><form method="post" action="<c:url value="/demo/remove"/>"><t:csrf/><button class="plain" type="submit">Remove the demo</button></form></c:if>
</div></c:when>
<c:otherwise><p class="act"><c:if test="${view.state() ne 'NONE'}"><a class="button second" href="<c:url value="/monitor/${view.model()}?window=15m"/>">Open the monitor page</a> </c:if><a class="button" href="<c:url value="/demo/play"/>">Sign in to play it</a></p><p class="unit">An administrator plays it. The account of a new server is admin; its password is in the file secrets/initial-admin-password of the server's home, which is the folder var under mvn jetty:run.</p></c:otherwise>
</c:choose></c:if>
<c:if test="${view.state() ne 'NONE'}"><p class="unit"><c:out value="${view.rows()}"/> demo rows are in the log, marked as such. Removing the demo deletes them with their labels, figures, alarms and versions.</p></c:if>
</div>
<ol class="story"><c:forEach var="part" items="${view.parts()}"><li class="card"<c:if test="${part.here()}"> aria-current="step"</c:if>>
<h2><c:out value="${part.title()}"/> <t:status mark="${part.mark()}"/></h2>
<p><c:out value="${part.happens()}"/></p>
<p><b>What you should see:</b> <c:out value="${part.see()}"/></p>
<c:if test="${part.title() eq 'Retraining' and not empty view.run()}"><p><a href="<c:url value="/runs/${view.run()}"/>">The run, and why the gate decided as it did</a></p></c:if>
</li></c:forEach></ol>
</section>
</t:page>
