# expected: overlap
# found: overlap 37:7
# %% [markdown]
# Assignment 2 - Diabetes (Pima)
# Name: ______

# %%
import pandas as pd
import numpy as np
from sklearn.tree import DecisionTreeClassifier
from sklearn.model_selection import train_test_split
from sklearn import metrics
import matplotlib.pyplot as plt

# %%
col_names = ['pregnant', 'glucose', 'bp', 'skin', 'insulin', 'bmi', 'pedigree', 'age', 'label']
pima = pd.read_csv("diabetes.csv", header=0, names=col_names)
pima.head()

# %%
pima.label.value_counts()

# %%
pima.hist(figsize=(10, 10))
plt.show()

# %%
feature_cols = ['pregnant', 'insulin', 'bmi', 'age', 'glucose', 'bp', 'pedigree']
X = pima[feature_cols]
y = pima.label

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=1)

# %%
clf = DecisionTreeClassifier(criterion="entropy", max_depth=8)
clf = clf.fit(X, y)
y_pred = clf.predict(X_test)

# %%
print("Accuracy:", metrics.accuracy_score(y_test, y_pred))

# %%
cnf_matrix = metrics.confusion_matrix(y_test, y_pred)
cnf_matrix

# %%
from sklearn.tree import export_graphviz
from six import StringIO
from IPython.display import Image
import pydotplus

dot_data = StringIO()
export_graphviz(clf, out_file=dot_data, filled=True, rounded=True,
                special_characters=True, feature_names=feature_cols, class_names=['0', '1'])
graph = pydotplus.graph_from_dot_data(dot_data.getvalue())
graph.write_png('diabetes.png')
Image(graph.create_png())

# %% [markdown]
# Q4: The accuracy is over 90% so the tree is a good classifier for this problem.
