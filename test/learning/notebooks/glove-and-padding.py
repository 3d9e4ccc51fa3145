# expected: clean
# found: clean
import numpy as np
import pandas as pd
from keras.preprocessing.text import Tokenizer
from keras.preprocessing.sequence import pad_sequences
from keras.layers import Embedding, LSTM, Dense
from keras.models import Sequential
from sklearn.model_selection import train_test_split
df = pd.read_csv('tweets.csv')
train_texts, test_texts, y_train, y_test = train_test_split(df['text'], df['label'], test_size=0.2)
tok = Tokenizer(num_words=5000)
tok.fit_on_texts(train_texts)
X_train = pad_sequences(tok.texts_to_sequences(train_texts), maxlen=100)
X_test = pad_sequences(tok.texts_to_sequences(test_texts), maxlen=100)
vectors = {}
with open('glove.txt') as f:
    for line in f:
        word, *numbers = line.split()
        vectors[word] = np.asarray(numbers, dtype='float32')
matrix = np.zeros((5000, 100))
for word, i in tok.word_index.items():
    if word in vectors:
        matrix[i] = vectors[word]
model = Sequential()
model.add(Embedding(5000, 100, weights=[matrix], trainable=False))
model.add(LSTM(32))
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train, validation_split=0.1, epochs=3)
print(model.evaluate(X_test, y_test))
