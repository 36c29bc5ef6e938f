<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fmt" uri="jakarta.tags.fmt" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<t:page title="${lang.say('retrain.retrain', view.title())}">
<p class="where"><t:badge model="${view.model()}" version="${view.version()}"/></p>
<h1><t:say key="retrain.retrain" a="${view.title()}"/></h1>
<p class="say"><t:say key="retrain.a-candidate-learns-from" a="${view.version()}"/></p>
<form class="card" method="post" action="<c:url value="/models/${view.model()}/retrain"/>"><t:csrf/>
<fieldset><legend><fmt:message key="retrain.rows-to-learn-from"/></legend>
<p><c:out value="${view.why()}"/></p>
<c:forEach var="choice" items="${view.choices()}"><p><label class="tick"><input type="radio" name="rows" value="${fn:escapeXml(choice.value())}" aria-describedby="${fn:escapeXml(choice.value())}-hint"<c:if test="${choice.chosen()}"> checked</c:if>> <c:out value="${choice.name()}"/></label></p>
<p class="hint" id="${fn:escapeXml(choice.value())}-hint"><c:out value="${choice.sentence()}"/></p></c:forEach>
</fieldset>
<div class="fields">
<div class="field"><label for="scheme"><fmt:message key="retrain.another-weka-classifier-with"/></label><input id="scheme" name="scheme" type="text" autocomplete="off" spellcheck="false" placeholder="${fn:escapeXml(view.scheme())}" aria-describedby="scheme-hint"><p class="hint" id="scheme-hint"><t:say key="retrain.empty-as-version" a="${view.version()}" b="${view.scheme()}"/></p></div>
<div class="field"><label for="reason"><fmt:message key="retrain.why"/></label><input id="reason" name="reason" type="text" maxlength="500"></div>
</div>
<p class="act"><button type="submit"><fmt:message key="retrain.start"/></button></p>
</form>
</t:page>
