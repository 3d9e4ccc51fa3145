# expected: preprocessing
# found: preprocessing 10:11
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import cross_validate
from sklearn.svm import SVC
genes = pd.read_csv('genes.csv', index_col=0)
labels = genes.pop('label')
best = SelectKBest(f_classif, k=20)
reduced = best.fit_transform(genes, labels)
print(cross_validate(SVC(), reduced, labels, cv=10)['test_score'].mean())
