<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('answer.prediction', view.answer())}" here="${view.path() eq '/' ? 'predict' : 'models'}">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><t:say key="answer.prediction" a="${view.answer()}"/></h1>
<c:if test="${not empty view.warnings()}">
<t:notice kind="warn" title="${lang.say('answer.take-this-answer-with')}">
<ul><c:forEach var="warning" items="${view.warnings()}"><li><c:out value="${warning}"/></li></c:forEach></ul>
</t:notice>
</c:if>
<c:if test="${not view.logged()}">
<t:notice kind="warn" title="${lang.say('answer.this-answer-was-not')}"><p><fmt:message key="answer.the-log-takes-no"/></p></t:notice>
</c:if>
<div class="two">
<c:if test="${not empty view.bars()}">
<section class="card"><h2><t:say key="answer.probability-of-each" a="${view.target()}"/></h2>
<ul class="bars"><c:forEach var="bar" items="${view.bars()}" varStatus="row"><t:bar bar="${bar}" id="bar${row.index}"/></c:forEach></ul>
</section>
</c:if>
<section class="card"><h2><fmt:message key="answer.asked-with"/></h2>
<dl class="facts"><c:forEach var="input" items="${view.inputs()}"><div><dt><c:out value="${input.label()}"/></dt><dd><c:choose><c:when test="${empty input.value()}"><span class="unit"><fmt:message key="answer.not-given"/></span></c:when><c:otherwise><c:out value="${input.value()}"/><span class="unit">&#32;<c:out value="${input.unit()}"/></span></c:otherwise></c:choose></dd></div></c:forEach></dl>
</section>
</div>
<c:if test="${view.ask().isPresent()}"><t:ask ask="${view.ask().get()}" title="${lang.say('answer.was-this-right')}"/></c:if>
<p class="act"><a class="button" href="<c:url value="${view.path()}"/><c:out value="${view.query()}"/>"><fmt:message key="answer.predict-another"/></a></p>
<section class="card quiet"><h2><fmt:message key="answer.about-this-answer"/></h2>
<dl class="facts">
<div><dt><fmt:message key="answer.model"/></dt><dd><t:say key="answer.version" a="${view.title()}" b="${view.version()}"/></dd></div>
<div><dt><fmt:message key="answer.answered-in"/></dt><dd><c:out value="${view.took()}"/></dd></div>
<div><dt><fmt:message key="answer.prediction-id"/></dt><dd><code class="id"><c:out value="${view.id()}"/></code></dd></div>
</dl>
<c:if test="${view.logged()}"><p><a href="<c:url value="/why/${view.id()}"/>"><fmt:message key="answer.why-this-answer"/></a></p></c:if>
</section>
<section class="card quiet" id="calls"><h2><fmt:message key="answer.the-same-from-a"/></h2>
<t:calls calls="${view.calls()}"/>
</section>
</t:page>
