# expected: preprocessing
# found: preprocessing 46:10, preprocessing 47:9, preprocessing 52:7
# %%
import pandas as pd
import numpy as np
import re, string
import matplotlib.pyplot as plt
from wordcloud import WordCloud, STOPWORDS
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.decomposition import TruncatedSVD
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, StratifiedKFold

# %%
tweets = pd.read_csv('../input/nlp-getting-started/train.csv')
tweets.sample(5)

# %%
tweets.target.value_counts().plot.bar()

# %%
tweets['keyword'].fillna('none').value_counts()[:20]

# %%
def remove_url(t):
    return re.sub(r'https?://\S+|www\.\S+', '', t)

def remove_html(t):
    return re.sub(r'<.*?>', '', t)

def remove_punct(t):
    return t.translate(str.maketrans('', '', string.punctuation))

tweets['clean'] = (tweets['text'].str.lower()
                   .apply(remove_url)
                   .apply(remove_html)
                   .apply(remove_punct))
tweets[['text', 'clean']].head()

# %%
wc = WordCloud(stopwords=STOPWORDS, width=800, height=400).generate(' '.join(tweets[tweets.target == 1].clean))
plt.imshow(wc); plt.axis('off'); plt.show()

# %%
cv = CountVectorizer(ngram_range=(1, 2), min_df=3)
counts = cv.fit_transform(tweets['clean'])
tfidf = TfidfTransformer().fit_transform(counts)
tfidf.shape

# %%
svd = TruncatedSVD(n_components=200, random_state=0)
lsa = svd.fit_transform(tfidf)
print(svd.explained_variance_ratio_.sum())

# %%
plt.scatter(lsa[:, 0], lsa[:, 1], c=tweets.target, s=2, cmap='coolwarm')
plt.show()

# %%
clf = LogisticRegression(C=3, max_iter=1000)
scores = cross_val_score(clf, lsa, tweets.target, cv=StratifiedKFold(5, shuffle=True, random_state=3), scoring='f1')
print(scores)
print('mean f1 %.4f' % scores.mean())
