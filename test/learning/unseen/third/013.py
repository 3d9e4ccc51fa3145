# expected: multi-test
# found: multi-test 66:15
# %% [markdown]
# # Natural Language Processing Project
# In this NLP project you will be attempting to classify Yelp Reviews into 1 star or 5 star categories

# %%
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt
import seaborn as sns
sns.set_style('white')
%matplotlib inline

# %%
yelp = pd.read_csv('yelp.csv')
yelp['text length'] = yelp['text'].apply(len)

# %%
g = sns.FacetGrid(yelp, col='stars')
g.map(plt.hist, 'text length')

# %%
stars = yelp.groupby('stars').mean()
sns.heatmap(stars.corr(), cmap='coolwarm', annot=True)

# %%
yelp_class = yelp[(yelp.stars == 1) | (yelp.stars == 5)]
X = yelp_class['text']
y = yelp_class['stars']

# %%
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import Pipeline
from sklearn.model_selection import train_test_split
from sklearn.metrics import confusion_matrix, classification_report

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=101)

# %%
pipeline = Pipeline([
    ('bow', CountVectorizer()),
    ('classifier', MultinomialNB()),
])
pipeline.fit(X_train, y_train)
predictions = pipeline.predict(X_test)
print(confusion_matrix(y_test, predictions))
print('\n')
print(classification_report(y_test, predictions))

# %% [markdown]
# **Great! Let's see what happens if we try to include TF-IDF to this process using a pipeline.**

# %%
pipeline = Pipeline([
    ('bow', CountVectorizer()),
    ('tfidf', TfidfTransformer()),
    ('classifier', MultinomialNB()),
])

# %%
pipeline.fit(X_train, y_train)

# %%
predictions = pipeline.predict(X_test)
print(confusion_matrix(y_test, predictions))
print(classification_report(y_test, predictions))
# Looks like Tf-Idf actually made things worse!
