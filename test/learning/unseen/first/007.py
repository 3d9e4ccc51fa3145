# expected: preprocessing
# found: preprocessing 46:5
# %%
import nltk
import string
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline
nltk.download('stopwords')
from nltk.corpus import stopwords
from nltk.stem import PorterStemmer

# %%
messages = pd.read_csv('spam.csv', encoding='latin-1')
messages.drop(['Unnamed: 2', 'Unnamed: 3', 'Unnamed: 4'], axis=1, inplace=True)
messages = messages.rename(columns={'v1': 'class', 'v2': 'text'})
messages.head()

# %%
messages.groupby('class').describe()

# %%
messages['length'] = messages['text'].apply(len)
messages.hist(column='length', by='class', bins=50, figsize=(15, 6))

# %%
def process_text(text):
    '''
    1. remove punctuation
    2. remove stopwords
    3. stem
    '''
    ps = PorterStemmer()
    nopunc = [char for char in text if char not in string.punctuation]
    nopunc = ''.join(nopunc)
    clean_words = [ps.stem(word) for word in nopunc.split() if word.lower() not in stopwords.words('english')]
    return ' '.join(clean_words)

messages['text'].apply(process_text).head()

# %%
from sklearn.feature_extraction.text import TfidfVectorizer
tfidfvectorizer = TfidfVectorizer(max_features=3000)
X = tfidfvectorizer.fit_transform(messages['text'].apply(process_text)).toarray()
X.shape

# %%
y = messages['class'].map({'ham': 0, 'spam': 1}).values

# %%
from sklearn.model_selection import train_test_split
msg_train, msg_test, class_train, class_test = train_test_split(X, y, test_size=0.2, random_state=1)

# %%
from sklearn.naive_bayes import MultinomialNB
nb = MultinomialNB()
nb.fit(msg_train, class_train)
pred = nb.predict(msg_test)

# %%
from sklearn.metrics import classification_report, confusion_matrix, accuracy_score
print(classification_report(class_test, pred))
print('Accuracy Score: ', accuracy_score(class_test, pred))
sns.heatmap(confusion_matrix(class_test, pred), annot=True, fmt='d')

# %%
sample = "Congratulations! you have won a $1000 Walmart gift card"
nb.predict(tfidfvectorizer.transform([process_text(sample)]).toarray())
