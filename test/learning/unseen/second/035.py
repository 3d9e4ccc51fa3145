# expected: preprocessing
# found: preprocessing 23:1
# %%
# IMDB sentiment with keras tokenizer
import pandas as pd
import numpy as np
from keras.preprocessing.text import Tokenizer
from keras.preprocessing.sequence import pad_sequences
from keras.layers import Embedding, LSTM, Dense, SpatialDropout1D
from keras.models import Sequential
from sklearn.model_selection import train_test_split

# %%
df = pd.read_csv('IMDB Dataset.csv')
df['review'] = df['review'].str.replace('<br />', ' ').str.lower()
df['sentiment'] = (df['sentiment'] == 'positive').astype(int)

# %%
MAX_NB_WORDS = 20000
MAX_SEQUENCE_LENGTH = 250
EMBEDDING_DIM = 100
tokenizer = Tokenizer(num_words=MAX_NB_WORDS, filters='!"#$%&()*+,-./:;<=>?@[\]^_`{|}~', lower=True)
tokenizer.fit_on_texts(df['review'].values)
word_index = tokenizer.word_index
print('Found %s unique tokens.' % len(word_index))

# %%
X = tokenizer.texts_to_sequences(df['review'].values)
X = pad_sequences(X, maxlen=MAX_SEQUENCE_LENGTH)
Y = df['sentiment'].values
print('Shape of data tensor:', X.shape)

# %%
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.10, random_state=42)

# %%
model = Sequential()
model.add(Embedding(MAX_NB_WORDS, EMBEDDING_DIM, input_length=X.shape[1]))
model.add(SpatialDropout1D(0.2))
model.add(LSTM(100, dropout=0.2, recurrent_dropout=0.2))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])

# %%
history = model.fit(X_train, Y_train, epochs=5, batch_size=64, validation_split=0.1)

# %%
accr = model.evaluate(X_test, Y_test)
print('Test set\n  Loss: {:0.3f}\n  Accuracy: {:0.3f}'.format(accr[0], accr[1]))

# %%
new = ['I hated every minute of this film']
seq = pad_sequences(tokenizer.texts_to_sequences(new), maxlen=MAX_SEQUENCE_LENGTH)
print(model.predict(seq))
