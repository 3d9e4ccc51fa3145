# expected: clean
# found: clean
# %%
import numpy as np
import pandas as pd
from sklearn.datasets import fetch_20newsgroups
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC
from sklearn.metrics import f1_score, classification_report
from sklearn.model_selection import train_test_split

# %%
rm = ('headers', 'footers', 'quotes')
train = fetch_20newsgroups(subset='train', remove=rm)
test = fetch_20newsgroups(subset='test', remove=rm)
docs_fit, docs_dev, y_fit, y_dev = train_test_split(train.data, train.target, test_size=0.2, random_state=42)
len(docs_fit), len(docs_dev), len(test.data)

# %%
vec = TfidfVectorizer(sublinear_tf=True, min_df=3, ngram_range=(1, 2), stop_words='english')
X_fit = vec.fit_transform(docs_fit)
X_dev = vec.transform(docs_dev)
X_fit.shape

# %%
scores = {}
fitted = {}

# %%
for a in [0.01, 0.1, 0.3, 1.0]:
    m = ComplementNB(alpha=a).fit(X_fit, y_fit)
    scores[f'cnb-{a}'] = f1_score(y_dev, m.predict(X_dev), average='macro')
    fitted[f'cnb-{a}'] = m

# %%
for C in [0.1, 0.5, 1, 5]:
    m = LinearSVC(C=C).fit(X_fit, y_fit)
    scores[f'svc-{C}'] = f1_score(y_dev, m.predict(X_dev), average='macro')
    fitted[f'svc-{C}'] = m

# %%
for loss in ('hinge', 'modified_huber', 'log_loss'):
    m = SGDClassifier(loss=loss, alpha=1e-4, random_state=0).fit(X_fit, y_fit)
    scores[f'sgd-{loss}'] = f1_score(y_dev, m.predict(X_dev), average='macro')
    fitted[f'sgd-{loss}'] = m

# %%
s = pd.Series(scores).sort_values()
s.plot.barh(figsize=(6, 4))

# %%
best = s.idxmax()
print('chosen on dev:', best, s.max())
X_test = vec.transform(test.data)
print(classification_report(test.target, fitted[best].predict(X_test), target_names=test.target_names))
